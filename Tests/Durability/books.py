"""Compares what the store holds with what the customers were promised, by SQL of its own."""

import json

RESPONSES = """
  SELECT r.id, r.public_id, r.state, r.flags, r.touchpoint, r.channel, r.attributes,
    (SELECT count(*) FROM submission s WHERE s.response = r.id),
    (SELECT count(*) FROM event e WHERE e.subject = r.id AND e.kind = 'answer_recorded')
  FROM response r
"""

ANSWERS = """
  SELECT a.response, q.question_key, a.points, a.choices, a.comment
  FROM answer a LEFT JOIN question q ON q.id = a.question
"""

FACTS = """
  SELECT f.response, q.question_key, f.points, sum(f.sign)
  FROM fact f LEFT JOIN question q ON q.id = f.question
  GROUP BY f.response, q.question_key, f.points HAVING sum(f.sign) <> 0
"""

ORPHANS = """
  SELECT 'submission', response FROM submission
  WHERE response NOT IN (SELECT id FROM response)
  UNION ALL SELECT 'answer', response FROM answer
  WHERE response NOT IN (SELECT id FROM response)
  UNION ALL SELECT 'fact', response FROM fact
  WHERE response NOT IN (SELECT id FROM response)
"""


class Books:
    """The whole store at one moment, by the mark that each answer carries."""

    def __init__(self, store):
        self.orphans = store.rows(ORPHANS)
        self.answers = {}
        for response, question, points, choices, comment in store.rows(ANSWERS):
            value = comment or (choices and json.loads(choices)) or int(points)
            self.answers.setdefault(response, {})[question] = value
        self.facts = {}
        for response, question, points, times in store.rows(FACTS):
            self.facts.setdefault(response, {})[question, int(points)] = int(times)
        self.responses = {}
        for row in store.rows(RESPONSES):
            mark = json.loads(row[6])["mark"][1]
            self.responses.setdefault(mark, []).append(row)

    def complaints(self, visits):
        """Everything that is not as promised; empty when all is well."""
        found = [f"{table} row without its response {number}" for table, number in self.orphans]
        for visit in visits:
            found += [f"{visit.mark}: {fault}" for fault in visit.faults]
            found += [f"{visit.mark}: {fault}" for fault in self.faults(visit)]
        known = {visit.mark for visit in visits}
        found += [f"{mark}: nobody sent it" for mark in self.responses if mark not in known]
        return found

    def faults(self, visit):
        rows = self.responses.get(visit.mark, [])
        if len(rows) > 1:
            yield f"stored {len(rows)} times"
        if not rows:
            if visit.reply:
                yield "acknowledged, and not there"
            return
        number, public_id, state, flags, touchpoint, channel, attributes, keys, events = rows[0]
        if visit.reply and visit.reply["id"] != public_id:
            yield f"acknowledged as {visit.reply['id']}, stored as {public_id}"
        context = {
            "touchpoint": touchpoint,
            "channel": channel,
            "attributes": {name: pair[1] for name, pair in json.loads(attributes).items()},
        }
        for name, value in context.items():
            if value != visit.body[name]:
                yield f"{name} is {value}, sent was {visit.body[name]}"
        if (flags, keys, events) != ("0", "1", "1"):
            yield f"flags {flags}, {keys} submissions, {events} events"
        if (state, self.answers.get(number)) not in allowed(visit):
            yield f"half written: {state} {self.answers.get(number)}"
        yield from self.miscounts(number)

    def miscounts(self, number):
        """The one score counts once, by the points that stand there now."""
        points = self.answers.get(number, {}).get("recommend")
        counted = self.facts.get(number, {})
        if counted != {("recommend", points): 1}:
            yield f"facts {counted}, the answer is {points}"

    def tally(self):
        """Promoters, passives and detractors by touchpoint, from the answers themselves."""
        tally = {}
        for (number, _, _, _, touchpoint, *_), in self.responses.values():
            points = self.answers[number]["recommend"]
            bucket = 0 if points >= 9 else 1 if points >= 7 else 2
            tally.setdefault(touchpoint, [0, 0, 0])[bucket] += 1
        return tally


def allowed(visit):
    """The states that a stored answer may be in: never between two of them."""
    first = ("partial" if visit.amendment else "new", visit.body["answers"])
    last = ("new", visit.final)
    if not visit.amendment:
        return [first]
    if visit.is_amended:
        return [last]
    return [first, last] if visit.is_amendment_sent else [first]
