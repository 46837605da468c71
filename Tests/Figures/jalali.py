"""The Persian solar calendar as a reference of its own: counted up from one known new year."""

from datetime import date

# 1 Farvardin 1400 was 21 March 2021; a leap year's last month has 30 days.
NEW_YEAR_1400 = date(2021, 3, 21)
LEAP_YEARS = {1395, 1399, 1403, 1408, 1412}
KNOWN = range(1395, 1413)


def jalali_month(day):
    """The year and month of a day between 2016 and 2033."""
    start, year = NEW_YEAR_1400.toordinal(), 1400
    while day.toordinal() >= start + length(year):
        start, year = start + length(year), year + 1
    while day.toordinal() < start:
        year -= 1
        start -= length(year)
    assert year in KNOWN, f"{day} lies outside what this reference knows"
    gone = day.toordinal() - start
    return (year, gone // 31 + 1) if gone < 186 else (year, (gone - 186) // 30 + 7)


def length(year):
    return 366 if year in LEAP_YEARS else 365
