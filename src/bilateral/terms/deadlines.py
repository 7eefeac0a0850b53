"""Deadlines under the name that they had beside the terms; they live in `bilateral.lifecycle`."""

from bilateral.lifecycle.deadlines import Deadline, DeadlineKind

__all__ = ["Deadline", "DeadlineKind"]
