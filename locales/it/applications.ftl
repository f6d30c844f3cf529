# Il corso dove decide una persona: la domanda, le mail, la pagina dell’ufficio.

## Chi fa domanda

my-enrol-title-apply = Fai domanda per il corso
my-apply-lede = Per questo corso decide l’ufficio. Abbiamo già compilato tutto: controlla e manda la domanda.
my-apply-provisional = I workshop che mancano li hai prenotati: se la domanda è accolta il posto è provvisorio, e diventa definitivo quando li hai frequentati.
my-apply-go = Fai domanda per il corso
my-apply-again = Fai una nuova domanda
my-apply-can = Puoi già fare domanda per il corso: decide l’ufficio. Se la domanda è accolta il posto è provvisorio, e diventa definitivo quando hai frequentato i workshop prenotati.
my-declined = La tua domanda per il corso non è stata accolta ({ $day })
my-declined-again = Finché le iscrizioni sono aperte puoi fare una nuova domanda.
my-declined-write = Se vuoi parlarne, scrivi a
my-confirm-apply = Ti scriviamo subito che la domanda è arrivata, e di nuovo quando c’è la risposta. Puoi ritirarla quando vuoi.
my-apply = Manda la domanda

## Mail

mail-subject-application-received = La tua domanda per il corso è arrivata
mail-application-received-lead = La leggiamo e ti rispondiamo per mail. Per ora non devi fare altro.
mail-application-received-met = I workshop ci sono: la domanda è completa.
mail-application-received-missing = I workshop che mancano li hai prenotati: se la domanda è accolta il posto è provvisorio, e diventa definitivo quando li hai frequentati.
mail-application-leave = Hai cambiato idea?
mail-application-leave-link = Ritira la domanda
mail-subject-application-declined = La tua domanda per il corso non è stata accolta
mail-application-declined-lead = Questa volta non possiamo darti un posto nel corso.
mail-application-declined-why = Il motivo:
office-letter-application-received = domanda per il corso arrivata
office-letter-application-declined = domanda per il corso non accolta

## Domande

apply-nav = Domande
apply-title = Domande per il corso
apply-places-unlimited = Posti senza limite, dati { $taken }
apply-waiting =
    { $n ->
        [one] 1 persona in lista d’attesa
       *[other] { $n } persone in lista d’attesa
    }
apply-at = arrivata { $at }
apply-attended = Frequentati
apply-earlier = { $n ->
    [one] da un’edizione precedente
   *[other] da edizioni precedenti
}
apply-booked = Prenotati
apply-waiver = Deroga
apply-gives = Se la accogli
apply-gives-place = posto definitivo
apply-gives-provisional = posto provvisorio, fino ai workshop prenotati
apply-gives-full = non c’è un posto libero: resta la lista d’attesa
apply-gives-no = adesso non può avere un posto: mancano dei workshop
apply-accept = Accogli
apply-wait = Metti in lista d’attesa
apply-decline = Non accogliere
apply-decline-text = Parte una mail con il motivo: la persona lo legge.
apply-none = Nessuna domanda da guardare.
apply-no-course = In questa edizione i posti del corso si danno subito: non ci sono domande.
refusal-decided-meanwhile = Nel frattempo ha deciso { $by }. Adesso: «{ $state }».
refusal-no-application = Nel frattempo questa domanda è cambiata. Adesso: «{ $state }».
flash-application-accepted = Domanda accolta: ha un posto nel corso.
flash-application-provisional = Domanda accolta: ha un posto provvisorio nel corso.
flash-application-waits = Messa in lista d’attesa.
flash-application-declined = Domanda non accolta. La mail con il motivo è in partenza.
