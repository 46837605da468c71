"""Files of other people: what our commands say of them is what other people's tools say.

references.json is what second_tool.py printed; who doubts it runs that again. Where the files are
not at hand these tests are skipped, and the guide's own files, of the same shape, stand for them.
"""

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OURS = HERE.parents[1] / "docs/guide/files"
DATA = Path(os.environ.get("TOUCHSTONE_DATA") or HERE.parents[1] / "../shared/data")
REFERENCES = json.loads((HERE / "references.json").read_text(encoding="utf-8"))
RETAIL = "online_retail/online_retail_slice500.csv.gz"


def path(name):
    found = DATA / name
    if not found.exists():
        pytest.skip(f"{found} not found: set TOUCHSTONE_DATA")
    return str(found)


def measured(*arguments):
    done = subprocess.run(
        [os.environ["TOUCHSTONE_BIN"], *arguments, "--json"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def near(value, within=1e-9):
    return pytest.approx(value, rel=within, abs=1e-9)


def test_loyalty_of_cdnow_is_the_published_one():
    ours = measured(
        "loyalty", path("cdnow/cdnow_sample.csv.gz"), "--as-of", "1997-09-30", "--ignore-amounts"
    )
    theirs = REFERENCES["cdnow"]
    assert (ours["customers"], ours["occasions"]) == (theirs["customers"], theirs["occasions"])
    published = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    for name, value in published.items():
        assert ours["bgnbd"][name] == pytest.approx(value, abs=0.0006)
        assert ours["bgnbd"][name] == near(theirs["bgnbd"][name], 1e-4)
    forecast = ours["forecast"]
    assert forecast["expected_purchases"] == near(theirs["bgnbd"]["expected"], 1e-4)
    assert forecast["mean_p_alive_of_returned"] == near(theirs["bgnbd"]["alive"], 1e-4)


def compare_customers(ours, theirs):
    assert (ours["customers"], ours["occasions"]) == (theirs["customers"], theirs["occasions"])
    assert ours["cycle"]["median_days"] == theirs["cycle"]
    assert ours["rfm"]["codes"] == theirs["codes"]


def test_loyalty_of_our_own_invoices_with_returns():
    compare_customers(
        measured("loyalty", str(OURS / "invoices.csv")), REFERENCES["invoices"]
    )


def test_loyalty_of_an_online_shop_with_returns():
    ours = measured("loyalty", path(RETAIL))
    theirs = REFERENCES["online_retail"]
    compare_customers(ours, theirs)
    for name in ("r", "alpha", "a", "b"):
        assert ours["bgnbd"][name] == near(theirs["bgnbd"][name], 1e-4)
    spend = ours["gamma_gamma"]
    assert [spend["p"], spend["q"], spend["gamma"]] == [
        near(theirs["spend"][name], 2e-3) for name in ("p", "q", "v")
    ]
    assert ours["forecast"]["expected_purchases"] == near(theirs["bgnbd"]["expected"], 1e-4)


def test_a_base_in_which_hardly_anyone_leaves_has_a_forecast():
    ours = measured("loyalty", path("online_retail/online_retail_public.csv.gz"))
    theirs = REFERENCES["all_online_retail"]
    compare_customers(ours, theirs)
    for name in ("r", "alpha"):
        assert ours["bgnbd"][name] == near(theirs["bgnbd"][name], 1e-4)
    assert ours["forecast"]["expected_purchases"] == near(theirs["bgnbd"]["expected"], 1e-4)


def test_a_campaign_that_never_was(tmp_path):
    """The index is what the rule gives, and about what chance gives."""
    with gzip.open(path(RETAIL), "rt", encoding="utf-8") as rows:
        customers = {line.rsplit(",", 2)[1] for line in rows} - {"", "CustomerID"}
    exposed = tmp_path / "exposed.csv"
    lines = [f"{name},2011-10-10" for name in sorted(customers) if int(float(name)) % 2 == 0]
    exposed.write_text("\n".join(["customer,date", *lines, ""]), encoding="utf-8")
    ours = measured(
        "vulnerability", "--purchases", path(RETAIL), "--exposures", str(exposed),
        "--campaign", "2011-10-01..2011-10-31",
    )  # fmt: skip
    theirs = REFERENCES["placebo"]
    assert (ours["os"], ours["vs"]) == (theirs["observed"], theirs["vulnerable"])
    assert ours["vi"] == near(theirs["index"])
    assert (ours["vi_low"], ours["vi_high"]) == (near(theirs["low"]), near(theirs["high"]))
    assert ours["vi_expected_if_unchanged"] == near(theirs["chance"])
    assert ours["vi_low"] < ours["vi_expected_if_unchanged"] < ours["vi_high"]


def compare_drivers(ours, theirs):
    assert ours["n"] == theirs["n"]
    assert ours["r_squared"] == near(theirs["r_squared"])
    for name, driver in ours["drivers"].items():
        assert driver["relative_weight_pct"] == near(theirs["relative_weight_pct"][name], 1e-7)
        assert driver["lmg_pct"] == near(theirs["lmg_pct"][name], 1e-7)
    assert set(ours["drivers"]) == set(theirs["lmg_pct"])


def test_drivers_and_reliability_of_mobile_customers():
    theirs = REFERENCES["ecsi"]
    mobi = path("ecsi_mobi/mobi.csv.gz")
    names = ",".join(theirs["lmg_pct"])
    compare_drivers(
        measured("drivers", mobi, "--outcome", "CUSL3", "--drivers", names, "--resamples", "0"),
        theirs,
    )
    image = measured("alpha", mobi, "--items", ",".join(f"IMAG{item}" for item in range(1, 6)))
    assert image["n_used"] == theirs["image"]["n"]
    assert image["alpha"] == near(theirs["image"]["alpha"])


def test_gaps_of_kiosks():
    ours = measured(
        "servqual", path("kiosk_servqual/servqual_194.csv.gz"),
        "--map", "usefulness=1-3", "--map", "playfulness=4-6", "--map", "security=19-21",
    )  # fmt: skip
    for name, theirs in REFERENCES["kiosk"].items():
        for key, value in theirs.items():
            assert ours["dimensions"][name][key] == near(value), (name, key)


def test_satisfaction_drivers_and_reliability_of_an_airport():
    """Codes off the scale, such as 6 for “never used”, are no answers."""
    theirs = REFERENCES["airport"]
    answers = path("sfo_survey/sfo_2017.csv.gz")
    overall = measured("csat", answers, "--score", "Q7ALL")["overall"]
    assert overall["n"] == theirs["csat"]["n"]
    share = overall["top2_box"]
    assert share["pct"] == near(theirs["csat"]["value"])
    assert (share["low"], share["high"]) == (
        near(theirs["csat"]["low"]), near(theirs["csat"]["high"]),
    )  # fmt: skip
    names = ",".join(theirs["drivers"]["lmg_pct"])
    scale = ("--scale", "1-5")
    compare_drivers(
        measured(
            "drivers", answers, "--outcome", "Q7ALL", "--drivers", names, "--resamples", "0", *scale
        ),
        theirs["drivers"],
    )
    items = measured("alpha", answers, "--items", names, *scale)
    assert items["n_used"] == theirs["alpha"]["n"]
    assert items["alpha"] == near(theirs["alpha"]["alpha"])


def test_scores_of_a_bank_by_market():
    ours = measured("nps", path("bank_nps_2021/bank_nps.csv.gz"), "--score", "rating", "--by", "market")
    found = {group["by"]["market"]: group for group in ours["groups"]}
    assert set(found) == set(REFERENCES["bank"])
    for market, theirs in REFERENCES["bank"].items():
        assert found[market]["n"] == theirs["n"]
        assert found[market]["nps"] == near(theirs["nps"])


def test_leavers_among_the_satisfied_of_a_telephone_company():
    ours = measured("profit", "--scores", path("ibm_telco_churn/telco_public.csv.gz"))
    theirs = REFERENCES["telco"]
    left = ours["satisfied_defectors"]["satisfied_among_defectors"]
    assert (left["count"], left["n"]) == (theirs["both"], theirs["left"])
    assert ours["satisfied_defectors"]["defectors_among_satisfied"]["n"] == theirs["satisfied"]


def test_drivers_of_hospitals_from_a_row_for_each_share():
    theirs = REFERENCES["hospitals"]
    ours = measured(
        "drivers", path("hcahps/state_results.csv.gz"), "--unit", "Release Period,State",
        "--measure", "Measure ID", "--value", "Top-box Percentage", "--outcome", "H_HSP_RATING",
        "--drivers", ",".join(theirs["lmg_pct"]), "--resamples", "0",
    )  # fmt: skip
    compare_drivers(ours, theirs)


def test_drivers_of_our_own_wards_from_a_row_for_each_share():
    theirs = REFERENCES["wards"]
    ours = measured(
        "drivers", str(OURS / "wards.csv"), "--unit", "ward,quarter", "--measure", "question",
        "--value", "top_box", "--outcome", "overall", "--drivers", ",".join(theirs["lmg_pct"]),
        "--resamples", "0",
    )  # fmt: skip
    compare_drivers(ours, theirs)
