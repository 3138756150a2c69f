"""Club badges to start from: a name, one sentence of what it is for, and a look, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Example:
    """Texts hold ``pl``, ``en`` and ``uk``; the look is by the names of ``choices`` and ``palettes``."""

    name: Mapping[str, str]
    criterion: Mapping[str, str]
    shape: str
    palette: str
    symbol: str


def _three(pl: str, en: str, uk: str) -> Mapping[str, str]:
    return MappingProxyType({"pl": pl, "en": en, "uk": uk})


EXAMPLES: tuple[Example, ...] = (
    Example(
        _three("Pomocna dłoń", "Helping hand", "Рука допомоги"),
        _three(
            "Za pomoc, o którą nie trzeba było prosić.",
            "For help that nobody had to ask for.",
            "За допомогу, про яку не довелося просити.",
        ),
        "bubble", "rose", "heart",
    ),
    Example(
        _three("Pierwszy raz na scenie", "First time on stage", "Уперше на сцені"),
        _three(
            "Za pierwsze wystąpienie przed publicznością.",
            "For speaking or performing before an audience for the first time.",
            "За перший виступ перед публікою.",
        ),
        "ticket", "plum", "microphone",
    ),
    Example(
        _three("Dobra robota w terenie", "Good work outdoors", "Добра робота надворі"),
        _three(
            "Za cały dzień pracy na świeżym powietrzu, niezależnie od pogody.",
            "For a whole day of work outdoors, whatever the weather.",
            "За цілий день роботи надворі за будь-якої погоди.",
        ),
        "pebble", "forest", "leaf",
    ),
    Example(
        _three("Głowa pełna pomysłów", "Full of ideas", "Голова, повна ідей"),
        _three(
            "Za pomysł, który klub naprawdę zrealizował.",
            "For an idea that the club really carried out.",
            "За ідею, яку клуб справді втілив.",
        ),
        "bubble", "amber", "lightbulb",
    ),
    Example(
        _three("Witam nowych", "Welcoming newcomers", "Вітаю новачків"),
        _three(
            "Za to, że nowa osoba od pierwszego spotkania nie była sama.",
            "For making sure a new person was not alone from the first meeting on.",
            "За те, що нова людина від першої зустрічі не була сама.",
        ),
        "pennant", "sky", "hand-waving",
    ),
    Example(
        _three("Kronika klubu", "Club chronicler", "Літопис клубу"),
        _three(
            "Za zdjęcia albo relację, dzięki którym pamiętamy, jak było.",
            "For photos or a report that let us remember how it was.",
            "За світлини або розповідь, завдяки яким ми пам’ятаємо, як це було.",
        ),
        "tag", "graphite", "camera",
    ),
    Example(
        _three("Razem do końca", "Together to the end", "Разом до кінця"),
        _three(
            "Za wytrwanie z zespołem aż do ostatniego zadania.",
            "For staying with the team until the last task was done.",
            "За витримку в команді аж до останнього завдання.",
        ),
        "pennant", "crimson", "users-three",
    ),
    Example(
        _three("Gra fair", "Fair play", "Чесна гра"),
        _three(
            "Za uczciwą grę, także wtedy, gdy oznaczała przegraną.",
            "For playing fair, even when it meant losing.",
            "За чесну гру, навіть коли це означало поразку.",
        ),
        "tag", "teal", "handshake",
    ),
)  # fmt: skip
