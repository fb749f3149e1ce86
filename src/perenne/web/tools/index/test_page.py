from django.urls import reverse

from perenne.web.tests.browser import sql_for, tree_of


def test_the_four_tools_are_one_link_away_and_nothing_is_asked_of_the_database(visitor):
    url = reverse("tools:index")
    links = tree_of(visitor.get(url)).xpath("//main//a[@class='door__link']/@href")
    names = ("calibrate", "clauses", "simulate", "share")
    assert links == [reverse(f"tools:{name}") for name in names]
    assert [visitor.get(link).status_code for link in links] == [200] * 4
    assert sql_for(visitor, url) == 0
