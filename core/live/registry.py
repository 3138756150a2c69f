"""Who is connected to this process, by topic, person and sign-in. Only the event loop touches it."""

from collections.abc import Iterable, Iterator

from core.live.connection import Connection

MOST_CONNECTIONS = 10


class Registry:
    """Connections under every name by which a letter may look for them."""

    def __init__(self) -> None:
        self._all: set[Connection] = set()
        self._by_topic: dict[str, set[Connection]] = {}
        self._by_person: dict[str, set[Connection]] = {}
        self._by_session: dict[str, set[Connection]] = {}

    def __iter__(self) -> Iterator[Connection]:
        return iter(list(self._all))

    def __len__(self) -> int:
        return len(self._all)

    def has_room_for(self, person: str) -> bool:
        """Whether this person is below `MOST_CONNECTIONS`."""
        return len(self._by_person.get(person, ())) < MOST_CONNECTIONS

    def add(self, connection: Connection) -> None:
        self._all.add(connection)
        self._by_person.setdefault(connection.standing.person, set()).add(connection)
        self._by_session.setdefault(connection.standing.session, set()).add(connection)
        self._enter(connection, connection.standing.topics)

    def remove(self, connection: Connection) -> None:
        self._all.discard(connection)
        _leave(self._by_person, connection.standing.person, connection)
        _leave(self._by_session, connection.standing.session, connection)
        for topic in connection.standing.topics:
            _leave(self._by_topic, topic, connection)

    def hear(self, connection: Connection, topics: frozenset[str]) -> None:
        """Move a connection to what its person may hear from now on."""
        for topic in connection.standing.topics - topics:
            _leave(self._by_topic, topic, connection)
        self._enter(connection, topics - connection.standing.topics)

    def hearing(self, topics: Iterable[str]) -> list[Connection]:
        """Each connection that hears at least one of the topics, once."""
        found = [self._by_topic[topic] for topic in topics if topic in self._by_topic]
        return list(found[0]) if len(found) == 1 else list(set().union(*found))

    def of_person(self, person: str) -> list[Connection]:
        return list(self._by_person.get(person, ()))

    def of_session(self, session: str) -> list[Connection]:
        return list(self._by_session.get(session, ()))

    def _enter(self, connection: Connection, topics: Iterable[str]) -> None:
        for topic in topics:
            self._by_topic.setdefault(topic, set()).add(connection)


def _leave(index: dict[str, set[Connection]], name: str, connection: Connection) -> None:
    there = index.get(name)
    if there is not None:
        there.discard(connection)
        if not there:
            del index[name]
