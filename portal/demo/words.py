"""What the students and the teacher of the demo class wrote. Polish only: it is what people typed."""

NOTES = (
    "Sprawdziliście ustawienia prywatności krok po kroku i umiecie powiedzieć, po co. Dobra robota!",
    "Nadrobione spokojnie i porządnie. Dziękuję za cierpliwość przy ustawieniach.",
)
ACCEPTED = (
    "Porównujesz dwa niezależne źródła i mówisz, czemu jednemu wierzysz bardziej.",
    "Od razu widać, kto za tą wiadomością stoi i kiedy powstała.",
    "Najlepsze jest to, że znalazło się pierwotne zdjęcie, a nie kolejny opis.",
)
FIRST_TASK = "Sprawdziłem post o darmowych biletach. To chyba nieprawda, bo nikt o tym nie pisze."
HINT = "Jesteś blisko. Dopisz, skąd masz tę informację – wystarczy link albo tytuł i data."
TOPIC = "Wniosek o kartę biblioteczną przez internet – razem z babcią, która robi to pierwszy raz."
VERIFIED = (
    "Wiadomość o zamknięciu naszego dworca. Strona przewoźnika mówi o remoncie jednego peronu, tytuł był przesadzony.",
    "Zdjęcie „powodzi w Przykładowie”. Wyszukiwanie obrazem pokazało, że zrobiono je trzy lata wcześniej.",
    "Wykres o czytaniu książek. Oś zaczyna się od 40%, więc różnica wygląda na większą, niż jest.",
    "Cytat przypisany nauczycielce. Zapytałem – nigdy tego nie powiedziała; strona nie podaje źródła.",
)
WORK = (
    "Film o „zakazie telefonów od poniedziałku”. Na stronie szkoły nie ma takiej informacji, a konto powstało wczoraj.",
    "Sonda w komentarzach kontra badanie z liczebnością próby. Opisałam, czemu nie wolno ich porównywać.",
    "Zdjęcie dzika na rynku. Cień i pora roku się nie zgadzają; znalazłem oryginał z innego miasta.",
    "Wiadomość o stypendiach. Sprawdziłam w urzędzie i w uchwale: kwota prawdziwa, termin podany błędnie.",
)
