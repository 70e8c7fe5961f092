//! Types as text, as `rustc` writes them.

use super::ty::{TraitRef, Ty};
use super::{Defs, USER};

impl Defs {
    pub(in crate::rust) fn show(&self, ty: &Ty) -> String {
        let list = |all: &[Ty]| all.iter().map(|ty| self.show(ty)).collect::<Vec<_>>().join(", ");
        let with = |name: &str, args: &[Ty]| match args {
            [] => name.to_owned(),
            args => format!("{name}<{}>", list(args)),
        };
        match ty {
            Ty::Bool => "bool".into(),
            Ty::Char => "char".into(),
            Ty::Str => "str".into(),
            Ty::Never => "!".into(),
            Ty::Int(int) => int.name().into(),
            Ty::Float(float) => float.name().into(),
            Ty::Adt(id, args) => {
                let name = self.adt(*id).map_or_else(|| "_".into(), |it| it.name.to_string());
                with(&name, args)
            }
            Ty::Ref(true, to) => format!("&mut {}", self.show(to)),
            Ty::Ref(false, to) => format!("&{}", self.show(to)),
            Ty::Tuple(all) if all.len() == 1 => format!("({},)", self.show(&all[0])),
            Ty::Tuple(all) => format!("({})", list(all)),
            Ty::Slice(of) => format!("[{}]", self.show(of)),
            Ty::Array(of, length) => format!("[{}; {}]", self.show(of), self.show(length)),
            Ty::Len(value) => value.to_string(),
            Ty::FnPtr(inputs, output) if output.is_unit() => format!("fn({})", list(inputs)),
            Ty::FnPtr(inputs, output) => format!("fn({}) -> {}", list(inputs), self.show(output)),
            Ty::Fn(..) | Ty::Constructor(..) => "fn item".into(),
            Ty::Closure(_) => "closure".into(),
            Ty::Dyn(bounds) => {
                let bounds = bounds.iter().map(|bound| {
                    let name = self.trait_(bound.id).map(|it| it.name.to_string());
                    with(&name.unwrap_or_else(|| "_".into()), &bound.args)
                });
                format!("dyn {}", bounds.collect::<Vec<_>>().join(" + "))
            }
            Ty::Opaque(id, _) => {
                let bounds = self.opaque(*id).map_or_else(Vec::new, |opaque| {
                    let names = opaque.bounds.iter().map(|bound| {
                        let name = self.trait_(bound.id).map(|it| it.name.to_string());
                        with(&name.unwrap_or_else(|| "_".into()), &bound.args)
                    });
                    names.collect()
                });
                format!("impl {}", bounds.join(" + "))
            }
            Ty::Param(_, name) => name.to_string(),
            Ty::Projection(id, index, args) => {
                let name = self.trait_(*id).map(|it| {
                    let name = it.assoc.get(*index as usize).map(|it| it.name.to_string());
                    (it.name.to_string(), name.unwrap_or_default())
                });
                let (of, name) = name.unwrap_or_default();
                let of = with(&of, &args[1..]);
                format!("<{} as {of}>::{name}", self.show(&args[0]))
            }
            Ty::Var(_) | Ty::Unknown => "_".into(),
        }
    }

    pub(in crate::rust) fn show_trait(&self, of: &TraitRef) -> String {
        let name = self.trait_(of.id).map_or_else(|| "_".into(), |it| it.name.to_string());
        let args: Vec<_> = of.args[1..].iter().map(|ty| self.show(ty)).collect();
        // An argument that is the type itself is the default, and is not written.
        match &of.args[..] {
            [own, rest @ ..] if rest.iter().all(|arg| arg == own) => name,
            _ => format!("{name}<{}>", args.join(", ")),
        }
    }

    /// Whether an item is the program's own.
    pub(in crate::rust) fn is_user(id: u32) -> bool {
        id >= USER
    }
}
