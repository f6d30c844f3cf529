//! A limit of 0 letters is none, as it is for the limits beside it: nobody is locked out by it.

use percorso::domain::person::{EmailAddress, Language};
use percorso::usecases::request_sign_in::request_sign_in;
use percorso::usecases::resend_confirmation::resend_confirmation;
use percorso::usecases::sign_up::{SignUpForm, sign_up};
use percorso::usecases::{Desk, Policy};

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{World, policy};
use crate::on_both;

/// The same program, with limits of 0 letters.
fn unlimited(world: &World) -> Desk {
    let policy = Policy { sign_in_letters_per_hour: 0, sign_up_letters_per_hour: 0, ..policy() };
    Desk { policy, ..world.desk.clone() }
}

on_both!(a_limit_of_0_letters_to_sign_in_is_no_limit, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (desk, ada) = (unlimited(world), EmailAddress::parse(ADA).unwrap());
    for nth in 1..=7 {
        let asked = request_sign_in(&desk, &ada, Language::It, "").await;
        assert!(asked.is_ok(), "letter {nth}: {asked:?}");
    }
    let limited = request_sign_in(&world.desk, &ada, Language::It, "").await;
    assert!(limited.is_err(), "five are five");
});

on_both!(a_limit_of_0_letters_to_confirm_a_sign_up_is_no_limit, |world| {
    world.programme(|_| {}).await;
    let desk = unlimited(world);
    let form = SignUpForm {
        given_name: "Bea".into(),
        family_name: "Prova".into(),
        email: EmailAddress::parse(BEA).unwrap(),
        phone: None,
        profile: None,
        needs: None,
        language: Language::It,
        offerings: vec![world.offering("workshop-1").await],
    };
    let signed_up = sign_up(&desk, &form).await.expect("the form is taken");
    for nth in 1..=12 {
        let sent = resend_confirmation(&desk, &signed_up.handle).await;
        assert!(sent.is_ok(), "letter {nth}: {sent:?}");
    }
    let limited = resend_confirmation(&world.desk, &signed_up.handle).await;
    assert!(limited.is_err(), "ten are ten");
});
