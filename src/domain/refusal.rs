//! A decision "no" with its reason. Expected, explained, never an error of the program.

use chrono::NaiveDate;

use super::eligibility::Eligibility;
use super::enrolment::State;

/// Why something is not done; each has a sentence in both languages (`refusal-…`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The offering is not open to anybody (draft, or its edition is not published).
    NotOpen,
    /// The organiser called it off.
    Cancelled,
    /// There is no date yet: people can ask to be told.
    NotDated,
    /// It was held, or has begun, on this date.
    AlreadyHeld(NaiveDate),
    /// It has begun: a place in it is not given back any more.
    Begun,
    /// The course takes no more enrolments since this date.
    EnrolmentClosed(NaiveDate),
    /// The rule of the course is not reached.
    RuleNotReached(Eligibility),
    /// The enrolment is not in a state in which this can be done.
    WrongState,
    /// The enrolment became this since the page was read on which somebody decided to end it.
    ChangedMeanwhile(State),
    /// The application was decided, or withdrawn, since the page was read.
    DecidedMeanwhile {
        /// How it stands now.
        now: State,
        /// Who of the office decided, where one did.
        by: Option<String>,
    },
    /// No place is free to be given.
    NoFreePlace,
    /// Nobody waits who could have the place.
    NobodyWaits,
    /// Too late before the begin for an offer: free places are open to everybody.
    TooLateToOffer,
    /// The offer has ended, or was answered.
    OfferOver,
    /// Letters that sign somebody in are not sent again by the office.
    SignInLetter,
    /// A newer letter about the same appointment exists.
    NewerLetter,
    /// What the letter says is not so any more.
    LetterOutOfDate,
    /// The address the letter went to was erased with its person.
    AddressErased,
    /// The other workshop has no free place: nothing was swapped.
    NothingToSwapFor,
    /// Nobody marks, waives or confirms themselves.
    OwnAffair,
    /// The register is closed: it must be reopened first.
    RegisterClosed,
    /// The register is not closed, or has taken effect: nothing to undo.
    NothingToUndo,
    /// Somebody else set another mark since the page was read.
    MarkedMeanwhile,
    /// The register has not taken effect: marks are still set in it.
    RegisterNotEffective,
    /// Somebody else corrected the same mark since the page was read.
    CorrectedMeanwhile,
    /// The mark is what it would be corrected to.
    SameMark,
    /// The attendance is not recorded yet, so nobody can contest it.
    NotRecordedYet,
    /// The attendance counts: there is nothing to contest.
    RecordedAlready,
    /// Too long after the session to say that one was there.
    TooLateToContest,
    /// The office looked and answered, and nothing changed since.
    AnsweredAlready,
    /// Somebody else settled it meanwhile.
    SettledMeanwhile,
    /// The name is another one than whoever pressed has seen.
    NameMeanwhile,
    /// The same letter was sent again a moment ago.
    JustSent,
    /// The session has not begun: a register is closed after it.
    TooEarly,
    /// The day of the session has not come: nobody is marked before it.
    NotTheDay,
    /// A reason is required and none was given.
    ReasonMissing,
    /// The reason is longer than one is kept, and it is never cut.
    ReasonTooLong,
    /// The address is that of somebody we know: who is it?
    AddressKnown,
    /// The last admin keeps the role.
    LastAdmin,
    /// Somebody else gave or took the same role since the page was read.
    RoleChangedMeanwhile,
    /// Something is missing for the certificate.
    NotQualified,
    /// Nobody is ready for the certificate.
    NobodyReady,
    /// Everybody who could be asked about their name was asked.
    NobodyToAsk,
    /// The name is spelled as it is printed.
    SameName,
    /// The name has a character that cannot be printed.
    NameNotPrintable,
    /// The certificate is out: the name on it is mended by the office.
    AlreadyPrinted,
    /// What was to be said on the phone is not so any more.
    CallOutOfDate,
    /// Their certificate says something else than the register: whoever is erased leaves nobody to settle it with.
    CertificateInDoubt,
}

impl Refusal {
    /// The key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotOpen => "refusal-not-open",
            Self::Cancelled => "refusal-cancelled",
            Self::NotDated => "refusal-not-dated",
            Self::AlreadyHeld(_) => "refusal-already-held",
            Self::Begun => "refusal-begun",
            Self::EnrolmentClosed(_) => "refusal-enrolment-closed",
            Self::RuleNotReached(_) => "refusal-rule-not-reached",
            Self::WrongState => "refusal-wrong-state",
            Self::ChangedMeanwhile(_) => "refusal-changed-meanwhile",
            Self::DecidedMeanwhile { by: Some(_), .. } => "refusal-decided-meanwhile",
            Self::DecidedMeanwhile { by: None, .. } => "refusal-no-application",
            Self::NoFreePlace => "refusal-no-free-place",
            Self::NobodyWaits => "refusal-nobody-waits",
            Self::TooLateToOffer => "refusal-too-late-to-offer",
            Self::OfferOver => "refusal-offer-over",
            Self::SignInLetter => "refusal-sign-in-letter",
            Self::NewerLetter => "refusal-newer-letter",
            Self::LetterOutOfDate => "refusal-letter-out-of-date",
            Self::AddressErased => "refusal-address-erased",
            Self::NothingToSwapFor => "refusal-nothing-to-swap-for",
            Self::OwnAffair => "refusal-own-affair",
            Self::RegisterClosed => "refusal-register-closed",
            Self::NothingToUndo => "refusal-nothing-to-undo",
            Self::MarkedMeanwhile => "refusal-marked-meanwhile",
            Self::RegisterNotEffective => "refusal-register-not-effective",
            Self::CorrectedMeanwhile => "refusal-corrected-meanwhile",
            Self::SameMark => "refusal-same-mark",
            Self::NotRecordedYet => "refusal-not-recorded-yet",
            Self::RecordedAlready => "refusal-recorded-already",
            Self::TooLateToContest => "refusal-too-late-to-contest",
            Self::AnsweredAlready => "refusal-answered-already",
            Self::SettledMeanwhile => "refusal-settled-meanwhile",
            Self::NameMeanwhile => "refusal-name-meanwhile",
            Self::JustSent => "refusal-just-sent",
            Self::TooEarly => "refusal-too-early",
            Self::NotTheDay => "refusal-not-the-day",
            Self::ReasonMissing => "refusal-reason-missing",
            Self::ReasonTooLong => "refusal-reason-too-long",
            Self::AddressKnown => "refusal-address-known",
            Self::LastAdmin => "refusal-last-admin",
            Self::RoleChangedMeanwhile => "refusal-role-changed-meanwhile",
            Self::NotQualified => "refusal-not-qualified",
            Self::NobodyReady => "refusal-nobody-ready",
            Self::NobodyToAsk => "refusal-nobody-to-ask",
            Self::SameName => "refusal-same-name",
            Self::NameNotPrintable => "refusal-name-not-printable",
            Self::AlreadyPrinted => "refusal-already-printed",
            Self::CallOutOfDate => "refusal-call-out-of-date",
            Self::CertificateInDoubt => "refusal-certificate-in-doubt",
        }
    }

    /// The date the sentence names, where it names one.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::AlreadyHeld(date) | Self::EnrolmentClosed(date) => Some(*date),
            _ => None,
        }
    }

    /// Whether it is the reason that is to be mended: the sentence then stands at its field.
    pub fn is_about_reason(&self) -> bool {
        matches!(self, Self::ReasonMissing | Self::ReasonTooLong)
    }

    /// How the enrolment stands now, where the sentence says so.
    pub fn state(&self) -> Option<State> {
        match self {
            Self::ChangedMeanwhile(now) | Self::DecidedMeanwhile { now, .. } => Some(*now),
            _ => None,
        }
    }

    /// Who of the office decided, where the sentence says so.
    pub fn by(&self) -> Option<&str> {
        match self {
            Self::DecidedMeanwhile { by, .. } => by.as_deref(),
            _ => None,
        }
    }
}
