// Dropping a file, saying what was chosen before it is sent, and progress without a reload.
const survey = document.querySelector("select[name=survey]")
if (survey) {
  const name = document.querySelector("[data-new]")
  const show = () => (name.hidden = survey.value !== "")
  survey.addEventListener("change", show)
  show()
}

const drop = document.querySelector("[data-drop]")
if (drop) {
  const input = drop.querySelector("input[type=file]")
  const error = drop.querySelector("[data-too-large]")
  const most = Number(drop.dataset.bytesMax)
  const check = () => {
    const large = [...input.files].some((file) => file.size > most)
    error.hidden = !large
    input.setAttribute("aria-invalid", String(large))
  }
  input.addEventListener("change", check)
  for (const kind of ["dragenter", "dragover"])
    drop.addEventListener(kind, (event) => {
      event.preventDefault()
      drop.classList.add("over")
    })
  for (const kind of ["dragleave", "drop"])
    drop.addEventListener(kind, () => drop.classList.remove("over"))
  drop.addEventListener("drop", (event) => {
    event.preventDefault()
    if (event.dataTransfer.files.length !== 1) return
    input.files = event.dataTransfer.files
    check()
  })
  input.form.addEventListener("submit", (event) => {
    if (!error.hidden) {
      event.preventDefault()
      input.focus()
    }
  })
}

const offline = document.querySelector("[data-offline]")
const look = async () => {
  const place = document.querySelector("[data-progress]")
  if (!place) return
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } })
    if (!reply.ok) throw new Error(String(reply.status))
    const page = new DOMParser().parseFromString(await reply.text(), "text/html")
    const next = page.querySelector("[data-progress]")
    if (!next) return location.replace(reply.url)
    place.replaceWith(document.adoptNode(next))
    offline.hidden = true
  } catch {
    offline.hidden = false
  }
  setTimeout(look, 1000)
}
if (offline) setTimeout(look, 1000)
