//! Stories: tests that are told on both databases, and what every one of them ends with.

use percorso::domain::session::local_date;
use percorso::store::laws::{LAWS, broken};

use super::World;

/// Runs a test on both databases: two tests, named by the sentence and the database.
#[macro_export]
macro_rules! on_both {
    ($name:ident, |$world:ident| $body:block) => {
        mod $name {
            use super::*;

            async fn story($world: &$crate::harness::World) $body

            #[rocket::async_test]
            async fn sqlite() {
                let world = $crate::harness::World::new($crate::harness::Database::sqlite().await).await;
                story(&world).await;
                world.ends().await;
            }

            #[rocket::async_test]
            async fn postgres() {
                let world = $crate::harness::World::new($crate::harness::Database::postgres().await).await;
                story(&world).await;
                world.ends().await;
            }
        }
    };
}

impl World {
    /// The end of a story: the laws hold, and its database is given up. That of one that fails stays to be looked at.
    pub async fn ends(self) {
        self.the_laws_hold().await;
        self.database.give_up().await;
    }

    /// Audits the database as `check` does.
    pub async fn the_laws_hold(&self) {
        let today = local_date(self.desk.clock.now(), chrono_tz::Europe::Rome);
        for law in LAWS {
            let found = broken(self.desk.store.reader(), law, today).await.expect("the law can be asked");
            assert_eq!(found, Vec::<String>::new(), "{}", law.name);
        }
    }
}
