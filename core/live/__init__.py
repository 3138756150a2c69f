"""Live: telling signed-in people, at once, that something happened (architecture.md §4).

    publish(topics, envelope)      a fact, on commit
    recheck(user_ids)              memberships changed: nothing old is delivered after it returns
    close_session(session_key)     one sign-in is over
    close_user(user_id)            all of a person's sign-ins are over

Who hears which topic is registered in `core.live.topics`. Live is a hint; the query is the truth.
"""

from core.live.publishing import close_session, close_user, publish, recheck

__all__ = ["close_session", "close_user", "publish", "recheck"]
