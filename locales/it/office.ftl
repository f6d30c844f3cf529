# Gestione: ruoli e chi ha fatto cosa.

office-nav-audit = Chi ha fatto cosa
office-nav-settings = Impostazioni
office-nav-roles = Ruoli
office-read-only = Il tuo ruolo è «sola lettura»: qui puoi guardare, non cambiare.

## Ruoli

roles-title = Ruoli
roles-who = Chi ha un ruolo
roles-own = Sei tu
roles-since = { $role }, dal { $at }
roles-make-admin = Amministrazione
roles-make-secretary = Segreteria
roles-make-reader = Sola lettura
roles-take = Togli il ruolo
roles-give = Dai un ruolo
roles-give-text = La persona entra da «Accedi» con questo indirizzo. Se non la conosciamo ancora, la aggiungiamo.
roles-give-button = Dai il ruolo
roles-role = Ruolo
roles-name-hint = Serve solo per chi non è ancora in elenco.
roles-meanwhile = { $who }: adesso ha «{ $now }», tu avevi scelto «{ $chosen }». Se mandi di nuovo, vale quello che scegli tu.
role-none = Nessun ruolo
role-admin = Amministrazione
role-secretary = Segreteria
role-reader = Sola lettura
role-text-admin = Può fare tutto: anche regola, deroghe, ruoli, note e cancellazione dei dati.
role-text-secretary = Fa il lavoro dell’ufficio: persone, posti, date, presenze, mail. Non tocca regola, deroghe, ruoli, note e cancellazioni.
role-text-reader = Guarda e non cambia niente. Non vede le note.
err-ruolo-missing = Scegli un ruolo
flash-role-given = Fatto: il ruolo vale da subito.
flash-role-changed = Fatto: il ruolo è cambiato.
flash-role-taken = Fatto: il ruolo è stato tolto. Puoi ridarlo quando vuoi.

## Chi ha fatto cosa

audit-title = Chi ha fatto cosa
audit-text = Ogni cosa fatta dall’ufficio, con che cosa c’era prima e perché. Queste righe non si possono cambiare né cancellare.
audit-of-person = Righe che riguardano { $name }.
audit-of-session = Righe che riguardano questo incontro:
audit-marks = I segni messi in un registro ancora aperto non sono qui: restano nel registro, ognuno con chi l’ha messo.
audit-link = Chi ha fatto cosa
audit-gone = una persona cancellata
audit-all = Mostra tutto
audit-filters = Filtri
audit-acts = Che cosa
audit-authors = Chi
audit-lines = Righe
audit-none = Nessuna riga.
audit-then = poi
audit-proposes-all = a chi era iscritto proponiamo tutti i workshop che a ciascuno servono ancora
audit-proposes-only = a chi era iscritto proponiamo solo questi, se servono ancora:
audit-proposes-nothing = a chi era iscritto non proponiamo altri workshop
audit-undo = Annulla da qui
audit-actor-staff = L’ufficio
audit-actor-command = Chi gestisce il programma
audit-actor-job = Il programma
audit-actor-person = La persona
audit-status-planned = previsto
audit-status-cancelled = annullato
audit-status-published = pubblicato
audit-status-draft = bozza
audit-status-archived = archiviato
audit-act-move-enrolment = ha cambiato un’iscrizione
audit-act-waive-rule = ha dato una deroga
audit-act-change-programme = ha cambiato il programma
audit-act-accept-key = ha messo un’altra chiave segreta al posto di quella perduta
audit-act-grant-role = ha dato un ruolo
audit-act-take-role = ha tolto un ruolo
audit-act-close-register = ha chiuso un registro
audit-act-undo-closing = ha annullato la chiusura di un registro
audit-act-import-edition = ha caricato il file di un’edizione
audit-act-send-again = ha mandato di nuovo una mail
audit-kind-move-enrolment = Iscrizioni
audit-kind-waive-rule = Deroghe
audit-kind-change-programme = Programma
audit-kind-accept-key = Chiavi segrete sostituite
audit-kind-grant-role = Ruoli dati
audit-kind-take-role = Ruoli tolti
audit-kind-close-register = Registri chiusi
audit-kind-undo-closing = Chiusure annullate
audit-kind-import-edition = File caricati
audit-kind-send-again = Mail mandate di nuovo
