from datetime import date

from paths.school_days import end_of_school_year, is_school_day, school_days_before


def test_weekends_holidays_and_summer_are_not_school_days():
    days = [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 11), date(2026, 7, 15), date(2026, 9, 1)]

    assert [is_school_day(day) for day in days] == [True, False, False, False, True]


def test_fourteen_school_days_before_a_friday_in_november():
    assert school_days_before(date(2026, 11, 20), 14) == date(2026, 10, 30)


def test_the_school_year_ends_in_august():
    assert end_of_school_year(date(2026, 9, 1)) == date(2027, 8, 31)
    assert end_of_school_year(date(2026, 6, 1)) == date(2026, 8, 31)
