from credentials.models.credential import Credential


class AnsweredCredential(Credential):
    """A credential as those meet it who answer for it: the issuer's people, the school's coordinator, who awarded it.

    The same row; who may see what hangs on the class by which it is asked for (`core.access`).
    """

    class Meta:
        proxy = True
