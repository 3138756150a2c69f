"""Background tasks inside the server's process: django-tasks-db's worker in a thread (answers.md 8)."""

import logging
import threading
import uuid

from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5
_PAUSE_SECONDS = 2.0


class TaskWorker:
    """Does what is due, oldest first, then looks again every half second; outlives a lost database."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="tasks", daemon=True)
        self._worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=uuid.uuid4().hex,
            excluded_queue_names=[],
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Finish the task at hand and stop; what is still due stays due."""
        self._stopping.set()
        self._worker.running = False
        self._thread.join(timeout)

    def _work(self) -> None:
        pause = _LOOK_SECONDS
        while not self._stopping.wait(pause):
            close_old_connections()
            try:
                # Looking takes no lock; claiming does.
                if DBTaskResult.objects.ready().filter(backend_name="default").exists():
                    self._worker.run()
                pause = _LOOK_SECONDS
            except Exception:
                logger.exception("The task worker stumbled")
                pause = _PAUSE_SECONDS
            finally:
                close_old_connections()
