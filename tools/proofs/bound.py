"""No proof lasts for ever: past its bound it stops, and puts away what it had made."""

import signal


def bound(seconds: int) -> None:
    def over(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"the proof took more than {seconds} s")

    signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
