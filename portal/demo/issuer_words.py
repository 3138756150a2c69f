"""What the organisations of the demo answered when they applied, by the code of a criterion."""

ANSWERS = {
    "identity": "Działamy pod nazwą z wniosku; wpis do rejestru i statut są na naszej stronie.",
    "experience": "Od kilku lat prowadzimy zajęcia dla młodzieży i dorosłych, co roku dla około dwustu osób.",
    "outcomes": "Efekty uczenia się opisują dwie osoby prowadzące zajęcia, a sprawdza je ktoś trzeci spoza zespołu.",
    "assessment": "Ocenia osoba, która nie prowadziła zajęć. Najpierw przechodzi szkolenie i ocenia w parze.",
    "quality": "Odwołania rozpatruje ktoś inny niż osoba, która oceniała, w ciągu czternastu dni.",
    "records": "Karty oceny przechowujemy dwa lata w zamkniętym systemie, a prace kasujemy po 90 dniach.",
    "demand": "Opisy uzgodniliśmy z urzędem gminy i dwiema szkołami.",
    "feedback": "Po każdych zajęciach pytamy o opinię. Dzięki temu skróciliśmy zadania i dodaliśmy przykłady.",
    "development": "Dwa razy w roku spotykamy się, żeby porównać, jak oceniamy te same prace.",
    "outside_review": "W zeszłym roku odwiedził nas doradca metodyczny; jego uwagi są na stronie.",
    "accessibility": "Zajęcia odbywają się w miejscu bez progów, a zadanie można oddać pisemnie, ustnie albo nagrać.",
    "equality": "Udział jest bezpłatny. Zadania są po polsku i po ukraińsku.",
    "data_protection": "Mamy inspektora ochrony danych, a zasady opisaliśmy prostym językiem na jednej stronie.",
    "minors": "Stosujemy standardy ochrony małoletnich; wiszą przy wejściu i są na stronie.",
}
