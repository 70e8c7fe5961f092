//! What a chain of methods hands on of the type that is wanted of its end: `collect` into a `Vec<f64>`
//! tells the closure of `map` before it what `parse` in there is asked for.

use std::rc::Rc;

use crate::rust::check::types::Ty;
use crate::rust::library::builtin::Method;

/// The type that the receiver of a method is wanted to have, if its result is wanted to have another.
/// `asked`: what its `::<…>` says.
pub(super) fn of_receiver(method: Method, wanted: &Ty, asked: Option<&Ty>) -> Ty {
    use Method as M;
    let result = |inner: Rc<Ty>| Ty::Result(inner, Rc::default());
    match (method, wanted) {
        (M::MapErr, wanted) => wanted.clone(),
        (M::Unwrap | M::Expect | M::UnwrapOr | M::UnwrapOrElse | M::UnwrapOrDefault, wanted) => {
            result(Rc::new(wanted.clone()))
        }
        (M::Ok, Ty::Option(inner) | Ty::Result(inner, _)) => result(Rc::clone(inner)),
        (M::OkOr | M::OkOrElse, Ty::Result(inner, _)) => Ty::Option(Rc::clone(inner)),
        (M::Collect | M::Sum | M::Product, wanted) => {
            item_of(asked.unwrap_or(wanted)).map_or(Ty::Unknown, |item| Ty::Mapped(Rc::new(item)))
        }
        (
            M::Chain
            | M::Cycle
            | M::Filter
            | M::Inspect
            | M::Peekable
            | M::Rev
            | M::Skip
            | M::SkipWhile
            | M::StepBy
            | M::Take
            | M::TakeWhile,
            Ty::Mapped(_),
        ) => wanted.clone(),
        _ => Ty::Unknown,
    }
}

/// What a function that is the argument of a method is wanted to return.
pub(super) fn of_function(method: Method, wanted: &Ty) -> Option<Ty> {
    use Method as M;
    let returns = match (method, wanted) {
        (M::Map, Ty::Mapped(inner) | Ty::Option(inner) | Ty::Result(inner, _)) => (**inner).clone(),
        (M::FilterMap, Ty::Mapped(inner)) => Ty::Option(Rc::clone(inner)),
        (M::FlatMap, Ty::Mapped(inner)) => Ty::Result(Rc::clone(inner), Rc::default()),
        (M::AndThen, Ty::Option(_) | Ty::Result(..)) => wanted.clone(),
        _ => return None,
    };
    (!matches!(returns, Ty::Unknown)).then(|| Ty::Mapped(Rc::new(returns)))
}

/// The type of the items that a collection, or a sum, is made of.
fn item_of(collected: &Ty) -> Option<Ty> {
    let item = match collected {
        Ty::Vec(inner) | Ty::Set(_, inner) => (**inner).clone(),
        Ty::Map(_, key, value) => Ty::Tuple([(**key).clone(), (**value).clone()].into()),
        Ty::Result(list, error) => Ty::Result(Rc::new(item_of(list)?), Rc::clone(error)),
        Ty::Option(list) => Ty::option(item_of(list)?),
        Ty::Box(list) | Ty::Rc(list) => item_of(list)?,
        number if number.is_number() => number.clone(),
        _ => return None,
    };
    (!matches!(item, Ty::Unknown)).then_some(item)
}
