#!/usr/bin/env python3
"""Figures of other people's files by other people's tools: `second_tool.py DATA > references.json`.

pandas groups, lifetimes fits, pingouin and statsmodels test; what no package has (relative weights,
the Vulnerability Index) is written here from its definition in NumPy. The packages are those of
Benchmarks/requirements.txt; the tests compare Touchstone's own figures with what was printed.
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter
from scipy import optimize, stats
from statsmodels.stats.proportion import proportion_confint

warnings.filterwarnings("ignore")
DATA = Path(sys.argv[1])
OURS = Path(__file__).parents[2] / "docs/guide/files"
WEEK = 7
WINDOW = 365
YEAR_IN_WEEKS = 365.25 / 7
RETAIL = "online_retail/online_retail_slice500.csv.gz"
ALL_RETAIL = "online_retail/online_retail_public.csv.gz"


def table(name, **options):
    return pd.read_csv(DATA / name, **options)


def occasions(purchases):
    """Days on which something was left after returns; summed in thousandths, which are whole."""
    days = purchases.groupby(["customer", "day"], as_index=False)["thousandths"].sum()
    days = days[days["thousandths"] > 0].sort_values(["customer", "day"])
    return days.assign(amount=days["thousandths"] / 1000)


def repeat_purchases(days, as_of):
    """x, t_x, T and the mean of the amounts after the first, in weeks."""
    grouped = days.groupby("customer")
    frame = pd.DataFrame(
        {
            "x": grouped.size() - 1,
            "t_x": (grouped["day"].max() - grouped["day"].min()).dt.days / WEEK,
            "T": (as_of - grouped["day"].min()).dt.days / WEEK,
        }
    )
    later = days[days.duplicated("customer")]
    frame["mean"] = later.groupby("customer")["amount"].mean()
    return frame


def fitted(frame):
    """lifetimes stops a little early where the peak is flat: SciPy walks the rest of its way."""
    model = BetaGeoFitter().fit(frame["x"], frame["t_x"], frame["T"], tol=1e-7)
    peak = optimize.minimize(
        lambda point: BetaGeoFitter._negative_log_likelihood(
            point, frame["x"], frame["t_x"], frame["T"], np.ones(len(frame)), 0
        ),
        np.log(model.params_.to_numpy()),
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-14, "maxfev": 20_000, "maxiter": 20_000},
    )
    model.params_ = pd.Series(np.exp(peak.x), model.params_.index)
    alive = model.conditional_probability_alive(frame["x"], frame["t_x"], frame["T"])
    coming = model.conditional_expected_number_of_purchases_up_to_time(
        YEAR_IN_WEEKS, frame["x"], frame["t_x"], frame["T"]
    )
    found = {name: float(model.params_[name]) for name in ("r", "alpha", "a", "b")}
    return found | {"alive": float(alive[frame["x"] > 0].mean()), "expected": float(coming.sum())}


def score(values):
    """5 (2 worse + equal) // 2n + 1, in whole numbers."""
    worse = values.rank(method="min").astype(int) - 1
    equal = values.groupby(values).transform("size")
    return 5 * (2 * worse + equal) // (2 * len(values)) + 1


def codes(days, as_of):
    recent = days[(days["day"] <= as_of) & (days["day"] > as_of - pd.Timedelta(days=WINDOW))]
    grouped = recent.groupby("customer")
    code = (
        100 * score(grouped["day"].max()) + 10 * score(grouped.size())
        + score(grouped["amount"].sum().round(2))
    )
    return {str(key): int(count) for key, count in code.value_counts().sort_index().items()}


def survival_median(days, as_of):
    """Kaplan and Meier's, over ended intervals and those still running."""
    ended = days.groupby("customer")["day"].diff().dropna().dt.days
    running = (as_of - days.groupby("customer")["day"].max()).dt.days
    lengths = np.concatenate([ended, running])
    is_ended = np.concatenate([np.ones(len(ended)), np.zeros(len(running))])
    share = 1.0
    for length in np.unique(lengths):
        share *= 1 - is_ended[lengths == length].sum() / (lengths >= length).sum()
        if share <= 0.5:
            return float(length)
    return None


def cdnow():
    rows = table("cdnow/cdnow_sample.csv.gz", parse_dates=["date"])
    rows = rows.rename(columns={"master_id": "customer", "date": "day"})
    as_of = pd.Timestamp("1997-09-30")
    rows = rows[rows["day"] <= as_of].drop_duplicates(["customer", "day"])
    frame = repeat_purchases(rows.sort_values(["customer", "day"]), as_of)
    pareto = ParetoNBDFitter().fit(frame["x"], frame["t_x"], frame["T"], tol=1e-7)
    return {
        "customers": len(frame),
        "occasions": int(frame["x"].sum() + len(frame)),
        "bgnbd": fitted(frame),
        "pareto": {name: float(pareto.params_[name]) for name in ("r", "alpha", "s", "beta")},
    }


def invoiced(path):
    rows = pd.read_csv(
        path,
        usecols=["Quantity", "InvoiceDate", "UnitPrice", "CustomerID"],
        parse_dates=["InvoiceDate"],
    ).dropna(subset=["CustomerID"])
    return pd.DataFrame(
        {
            "customer": rows["CustomerID"].astype(int),
            "day": rows["InvoiceDate"].dt.normalize(),
            "thousandths": (1000 * rows["UnitPrice"]).round().astype(np.int64) * rows["Quantity"],
        }
    )


def bought(path):
    rows = invoiced(path)
    as_of = rows["day"].max()
    days = occasions(rows)
    found = {
        "customers": int(days["customer"].nunique()),
        "occasions": len(days),
        "cycle": survival_median(days, as_of),
        "codes": codes(days, as_of),
    }
    return found, repeat_purchases(days, as_of)


def invoices():
    return bought(OURS / "invoices.csv")[0]


def all_online_retail():
    """Hardly anyone leaves: a and b are barely known, and what is to come all the same."""
    found, frame = bought(DATA / ALL_RETAIL)
    return found | {"bgnbd": fitted(frame)}


def online_retail():
    found, frame = bought(DATA / RETAIL)
    spend = GammaGammaFitter().fit(frame["x"][frame["x"] > 0], frame["mean"].dropna(), tol=1e-7)
    return found | {
        "bgnbd": fitted(frame),
        "spend": {name: float(spend.params_[name]) for name in ("p", "q", "v")},
    }


def placebo():
    """A campaign that never was: customers with even numbers are said to have seen it."""
    start, end = pd.Timestamp("2011-10-01"), pd.Timestamp("2011-10-31")
    after = end + pd.Timedelta(days=2)
    length = (after - start).days
    baseline = start - pd.Timedelta(days=365)
    counts = {"observed": 0, "vulnerable": 0}
    chance = 0.0
    days = occasions(invoiced(DATA / RETAIL))
    for customer, group in days.groupby("customer"):
        dates = group["day"].tolist()
        if customer % 2 or dates[0] >= start:
            continue
        if dates[0] < baseline:
            before = [day for day in dates if baseline <= day < start]
            known, x = (start - baseline).days, len(before)
        else:
            before = [day for day in dates if day < start]
            known, x = (start - dates[0]).days, len(before) - 1
        if x < 2:
            continue
        gaps = [(b - a).days for a, b in zip(before, before[1:])]
        if gaps and (start - before[-1]).days > 3 * np.median(gaps):
            continue
        expected = x / known * length
        if expected < 1:
            continue
        seen = sum(start <= day < after for day in dates)
        counts["observed"] += 1
        counts["vulnerable"] += seen <= 0.5 * expected + 1e-9
        chance += stats.poisson.cdf(np.floor(0.5 * expected + 1e-9), expected)
    low, high = proportion_confint(counts["vulnerable"], counts["observed"], method="wilson")
    return counts | {
        "index": 100 * counts["vulnerable"] / counts["observed"],
        "low": 100 * low,
        "high": 100 * high,
        "chance": 100 * chance / counts["observed"],
    }


def drivers(frame, outcome, names):
    frame = frame[[outcome, *names]].dropna()
    x, y = stats.zscore(frame[names].to_numpy(float)), stats.zscore(frame[outcome].to_numpy(float))
    r = np.corrcoef(x.T)
    values, vectors = np.linalg.eigh(r)
    root = vectors * np.sqrt(values) @ vectors.T
    weights = (root**2) @ (np.linalg.solve(root, x.T @ y / len(y)) ** 2)
    model = pingouin.linear_regression(frame[names], frame[outcome], relimp=True).iloc[1:]
    return {
        "n": len(frame),
        "r_squared": float(model["r2"].iloc[0]),
        "relative_weight_pct": dict(zip(names, (100 * weights / weights.sum()).tolist())),
        "lmg_pct": dict(zip(names, model["relimp_perc"].tolist())),
    }


def alpha(frame):
    value, interval = pingouin.cronbach_alpha(frame, ci=0.95)
    return {"n": len(frame.dropna()), "alpha": float(value)}


def ecsi():
    mobi = table("ecsi_mobi/mobi.csv.gz")
    names = ["IMAG1", "IMAG2", "IMAG3", "PERQ1", "PERQ2", "PERV1", "PERV2", "CUSA1"]
    images = [f"IMAG{item}" for item in range(1, 6)]
    return drivers(mobi, "CUSL3", names) | {"image": alpha(mobi[images])}


def kiosk():
    answers = table("kiosk_servqual/servqual_194.csv.gz")
    found = {}
    for place, name in enumerate(["usefulness", "playfulness", "security"]):
        first = {"usefulness": 1, "playfulness": 4, "security": 19}[name]
        items = range(first, first + 3)
        gaps = pd.concat([answers[f"P{i}"] - answers[f"E{i}"] for i in items], axis=1)
        means = gaps.mean(axis=1)
        test = stats.ttest_1samp(means, 0)
        low, high = test.confidence_interval(0.95)
        found[name] = {
            "mean": means.mean(), "low": low, "high": high,
            "alpha_gap": alpha(gaps)["alpha"],
        }
    return found


AIRPORT = ["Q7SIGN", "Q7WALKWAYS", "Q7SCREENS", "Q7WIFI", "Q7FOOD", "Q7STORE", "Q7ART"]


def airport():
    answers = table("sfo_survey/sfo_2017.csv.gz", low_memory=False)
    items = answers[["Q7ALL", *AIRPORT]].apply(pd.to_numeric, errors="coerce")
    items = items.where((items >= 1) & (items <= 5))
    overall = items["Q7ALL"].dropna()
    low, high = proportion_confint((overall >= 4).sum(), len(overall), method="wilson")
    return {
        "csat": {
            "n": len(overall),
            "value": 100 * float((overall >= 4).mean()),
            "low": 100 * low,
            "high": 100 * high,
        },
        "drivers": drivers(items, "Q7ALL", AIRPORT),
        "alpha": alpha(items[AIRPORT].dropna()),
    }


def bank():
    ratings = table("bank_nps_2021/bank_nps.csv.gz")
    found = {}
    for market, group in ratings.groupby("market"):
        sign = np.where(group["rating"] >= 9, 1, np.where(group["rating"] <= 6, -1, 0))
        found[market] = {"n": len(group), "nps": 100 * float(sign.mean())}
    return found


def telco():
    rows = table("ibm_telco_churn/telco_public.csv.gz")
    left = rows["Churn Value"] == 1
    satisfied = rows["Satisfaction Score"] >= 4
    return {
        "left": int(left.sum()),
        "satisfied": int(satisfied.sum()),
        "both": int((left & satisfied).sum()),
    }


HOSPITALS = ["H_COMP_1", "H_COMP_2", "H_COMP_3", "H_COMP_5", "H_CLEAN_HSP", "H_QUIET_HSP"]


def hospitals():
    rows = table("hcahps/state_results.csv.gz")
    wide = rows.pivot(
        index=["Release Period", "State"], columns="Measure ID", values="Top-box Percentage"
    ).apply(pd.to_numeric, errors="coerce")
    return drivers(wide, "H_HSP_RATING", HOSPITALS)


def wards():
    rows = pd.read_csv(OURS / "wards.csv")
    wide = rows.pivot(index=["quarter", "ward"], columns="question", values="top_box")
    names = ["nurses", "doctors", "quiet", "cleanliness"]
    return drivers(wide.apply(pd.to_numeric, errors="coerce"), "overall", names)


def main():
    parts = [cdnow, online_retail, placebo, ecsi, kiosk, airport, bank, telco, hospitals]
    parts += [all_online_retail, invoices, wards]
    found = {part.__name__: part() for part in parts}
    print(json.dumps(found, indent=1, ensure_ascii=False, default=float))


if __name__ == "__main__":
    main()
