//! What people of the office may do. Trainers are no role of this kind: they lead single sessions.

use super::refusal::Refusal;

/// A role in the office; each may do what the ones before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Looks at everything but notes, changes nothing.
    Reader,
    /// Does the office's work; leaves the rule, waivers, roles, notes and erasure alone.
    Secretary,
    /// Everything.
    Admin,
}

impl Role {
    /// Every role, the one that may do most first.
    pub const ALL: [Self; 3] = [Self::Admin, Self::Secretary, Self::Reader];

    /// The code in the database, on the command line and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Secretary => "secretary",
            Self::Admin => "admin",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it does the office's work: people, places, dates, registers, letters.
    pub fn works(self) -> bool {
        self >= Self::Secretary
    }

    /// Whether it decides what changes the rule for somebody, and who has which role.
    pub fn decides(self) -> bool {
        self == Self::Admin
    }
}

/// What whoever changes a role saw of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing: at the command line what stands is replaced.
    Nothing,
    /// This role, or that there is none.
    Role(Option<Role>),
}

impl Seen {
    /// Whether what was seen still stands; nobody replaces a role they do not know of.
    ///
    /// # Errors
    /// [`Refusal::RoleChangedMeanwhile`].
    pub fn stands(self, now: Option<Role>) -> Result<(), Refusal> {
        match self {
            Self::Role(seen) if seen != now => Err(Refusal::RoleChangedMeanwhile),
            Self::Role(_) | Self::Nothing => Ok(()),
        }
    }
}

/// Whether somebody's role may become another one, or none: the last admin keeps theirs, or nobody could give one back.
///
/// # Errors
/// [`Refusal::LastAdmin`].
pub fn may_become(before: Option<Role>, after: Option<Role>, admins: usize) -> Result<(), Refusal> {
    let loses = before == Some(Role::Admin) && after != Some(Role::Admin);
    if loses && admins <= 1 { Err(Refusal::LastAdmin) } else { Ok(()) }
}

/// Whether somebody of the office may name somebody to lead a session. Whoever leads one reads what its people need in the
/// room: nobody gives that to themselves, but for those who give every role.
pub fn may_name_to_lead(role: Option<Role>, oneself: bool) -> bool {
    !oneself || role.is_some_and(Role::decides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_admin_keeps_the_role() {
        for after in [None, Some(Role::Reader), Some(Role::Secretary)] {
            assert_eq!(may_become(Some(Role::Admin), after, 1), Err(Refusal::LastAdmin));
            assert_eq!(may_become(Some(Role::Admin), after, 2), Ok(()));
        }
        assert_eq!(may_become(Some(Role::Admin), Some(Role::Admin), 1), Ok(()));
        assert_eq!(may_become(Some(Role::Secretary), None, 1), Ok(()));
        assert_eq!(may_become(None, Some(Role::Reader), 1), Ok(()));
    }

    #[test]
    fn a_role_that_is_another_one_than_was_seen_is_not_replaced() {
        let (reader, admin) = (Some(Role::Reader), Some(Role::Admin));
        for (seen, now) in [(reader, admin), (None, reader), (admin, None)] {
            assert_eq!(Seen::Role(seen).stands(now), Err(Refusal::RoleChangedMeanwhile));
            assert_eq!(Seen::Role(now).stands(now), Ok(()));
            assert_eq!(Seen::Nothing.stands(now), Ok(()));
        }
    }

    #[test]
    fn each_role_may_do_what_the_ones_before_it_may() {
        let may = |role: Role| (role.works(), role.decides());
        assert_eq!(may(Role::Reader), (false, false));
        assert_eq!(may(Role::Secretary), (true, false));
        assert_eq!(may(Role::Admin), (true, true));
    }

    #[test]
    fn nobody_but_an_admin_names_themselves_to_lead() {
        let secretary = Some(Role::Secretary);
        assert!(may_name_to_lead(secretary, false) && !may_name_to_lead(secretary, true));
        assert!(may_name_to_lead(Some(Role::Admin), true) && !may_name_to_lead(None, true));
    }

    #[test]
    fn codes_are_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
        assert_eq!(Role::from_code("trainer"), None);
    }
}
