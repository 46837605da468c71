"""The made-up company."""

from house import Owned


class Company(Owned):
    """On a store of its own, as the demo wants one without surveys."""

    def furnish(self):
        self.run("demo")
