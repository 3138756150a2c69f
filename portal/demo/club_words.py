"""What people of the demo clubs wrote. Polish only: it is what people typed."""

MEETING_TIME = "środy, 15:15–16:45"
PLACE = {"name": "Biblioteka I LO", "address": "ul. Przykładowa 1", "town": "Przykładowo"}
RESPONSIBLE_ADULT = "Michał Sosnowicz, opiekun klubu"
STANDARDS = "https://lo-przykladowo.example/standardy-ochrony-maloletnich"
FIRST_STEPS = "Za Tobą trzy spotkania. Dobrze, że jesteś!"
CLEAN = "Cztery worki śmieci i uśmiech sąsiadek z bloku obok."
REASONS = (
    "Została po spotkaniu i pomogła mi dokończyć plakat.",
    "Zawsze pyta, czy ktoś potrzebuje pomocy. Mnie pomogła z regulaminem zbiórki.",
)
GAMES = {
    "name": "Planszówki po lekcjach",
    "purpose": "Gramy w każdy piątek. Nowe osoby uczymy zasad od zera.",
}
GAMES_BADGE = {
    "name": "Tłumaczę zasady",
    "shape": "bubble",
    "palette": "teal",
    "symbol": "handshake",
    "criterion": "Tłumaczy grę tak, że każdy może zacząć po pięciu minutach",
}
