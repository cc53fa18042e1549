"""The routes of an answer, each with its own steps."""

from typing import NamedTuple

from careercli.answers.path_to.view import RoutesView, RouteView, StepView


class Way(NamedTuple):
    """A route with its steps."""

    totals: RouteView
    steps: tuple[StepView, ...]

    def changes(self) -> list[StepView]:
        """Return the steps that lead into another role."""
        return [step for step in self.steps if step.from_.role != step.to.role]


def ways(view: RoutesView) -> tuple[Way, ...]:
    """Return the routes in their order."""
    return tuple(Way(route, tuple(step for step in view.rows if step.route == route.route)) for route in view.routes)
