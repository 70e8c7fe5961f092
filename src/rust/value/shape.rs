//! Values that arrive where a type was declared.

use crate::rust::ir::Shape;
use crate::rust::value::Value;

/// A value that arrives where a type was declared: open integers take theirs.
#[inline]
pub(in crate::rust) fn shape_value(value: Value, shape: &Shape) -> Value {
    match (value, shape) {
        (value, Shape::Any | Shape::Text) | (value @ Value::Float(_), Shape::Float) => value,
        (Value::Int(int), Shape::Int(kind)) => Value::Int(int.settled(*kind).unwrap_or(int)),
        (value, shape) => shape_within(value, shape),
    }
}

fn shape_within(value: Value, shape: &Shape) -> Value {
    match (value, shape) {
        (Value::Int(int), Shape::Wide { signed }) => {
            Value::Wide(Box::new(super::int128::Wide::from_int(int, *signed)))
        }
        (Value::Float(value), Shape::Float32) => Value::Float32(value as f32),
        // What was parsed where nobody knew yet as what.
        (Value::Int(int), Shape::Float) => Value::Float(int.value() as f64),
        (Value::Int(int), Shape::Float32) => Value::Float32(int.value() as f32),
        (Value::Some(value), Shape::Of(inner)) => Value::some(shape_value(*value, inner)),
        (Value::Box(value), Shape::Of(inner)) => Value::Box(Box::new(shape_value(*value, inner))),
        (Value::Vec(values), Shape::Of(inner)) => Value::vec(
            values.into_iter().map(|value| shape_value(value, inner)).collect::<Vec<_>>(),
        ),
        (Value::Array(values), Shape::Of(inner)) => {
            let values = values.into_iter().map(|value| shape_value(value, inner));
            Value::Array(Box::new(values.collect()))
        }
        (value @ (Value::Rc(_) | Value::Cell(_)), Shape::Of(inner)) => {
            if let Value::Rc(shared) | Value::Cell(shared) = &value
                && let Ok(mut content) = shared.value.try_borrow_mut()
            {
                let taken = std::mem::replace(&mut *content, Value::Moved);
                *content = shape_value(taken, inner);
            }
            value
        }
        (Value::Ok(value), Shape::Result(inner, _)) => Value::ok(shape_value(*value, inner)),
        (Value::Err(value), Shape::Result(_, inner)) => Value::err(shape_value(*value, inner)),
        (Value::Tuple(values), Shape::Tuple(shapes)) => {
            let values = values.into_iter().zip(shapes.iter());
            Value::Tuple(values.map(|(value, shape)| shape_value(value, shape)).collect())
        }
        (value, _) => value,
    }
}

/// The same for a value that is in its place already.
#[inline]
pub(in crate::rust) fn shape_in_place(value: &mut Value, shape: &Shape) {
    match (&mut *value, shape) {
        (_, Shape::Any | Shape::Text) | (Value::Float(_), Shape::Float) => {}
        (Value::Int(int), Shape::Int(kind)) => *int = int.settled(*kind).unwrap_or(*int),
        _ => {
            let taken = std::mem::replace(value, Value::Moved);
            std::mem::forget(std::mem::replace(value, shape_value(taken, shape)));
        }
    }
}
