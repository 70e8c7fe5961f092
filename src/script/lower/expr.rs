//! Expressions without control flow of their own.

use std::rc::Rc;

use syn::{BinOp, Expr as Tree, Lit, UnOp};

use super::super::diagnostic::Diagnostic;
use super::super::ir::{Cast, Comparison, Expr, Form, Kind, ObjectExpr, PlaceStep, Temps, Unary};
use super::super::number::{Arithmetic, Int, IntKind};
use super::types::{self, Ty};
use super::unknown::unknown_field;
use super::{Lowerer, Named, span};

impl Lowerer<'_> {
    /// Lowers an expression, and says what is known of its type.
    pub(super) fn expr(&mut self, tree: &Tree) -> (Expr, Ty) {
        let context = self.context();
        context.depth += 1;
        context.deepest = context.deepest.max(context.depth);
        let lowered = self.expr_of(tree);
        self.context().depth -= 1;
        lowered
    }

    fn expr_of(&mut self, tree: &Tree) -> (Expr, Ty) {
        let range = span::expr(tree);
        let span = self.span(range.clone());
        let (kind, ty) = match tree {
            Tree::Lit(tree) => return self.literal(&tree.lit, false),
            Tree::Paren(tree) => return self.expr(&tree.expr),
            Tree::Group(tree) => return self.expr(&tree.expr),
            Tree::Path(path) => return self.path(tree, path),
            Tree::Field(_) | Tree::Index(_) => return self.read(tree),
            Tree::Unary(unary) => match unary.op {
                UnOp::Deref(_) => return self.read(tree),
                UnOp::Neg(_) => {
                    if let Tree::Lit(literal) = &*unary.expr {
                        let (mut value, ty) = self.literal(&literal.lit, true);
                        value.span = span;
                        return (value, ty);
                    }
                    let (value, _) = self.expr(&unary.expr);
                    (Kind::Unary(Unary::Negate, Box::new(value)), Ty::Copy)
                }
                _ => {
                    let (value, _) = self.expr(&unary.expr);
                    (Kind::Unary(Unary::Not, Box::new(value)), Ty::Copy)
                }
            },
            Tree::Binary(binary) => return self.binary(binary),
            Tree::Assign(assign) => return self.assign(assign),
            Tree::Reference(reference)
                if reference.mutability.is_none() && is_promoted(&reference.expr) =>
            {
                let (value, ty) = self.expr(&reference.expr);
                let ty = Self::reference_to(ty, false);
                (Kind::Promoted(Box::new(value)), ty)
            }
            Tree::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                if mutable {
                    self.check_mutable(&reference.expr, span);
                }
                let (place, ty) = self.place(&reference.expr);
                let is_slice = matches!(place.steps.last(), Some(PlaceStep::Index(_)));
                let ty = if is_slice { Ty::Unknown } else { Self::reference_to(ty, mutable) };
                (Kind::Reference(place), ty)
            }
            Tree::RawAddr(_) => {
                let hint = "use a reference, `Box` or `Rc`";
                let message = "raw pointers are outside of what the playground runs";
                return self.not_supported(range, message, hint);
            }
            Tree::Cast(cast) if matches!(*cast.ty, syn::Type::Ptr(_)) => {
                let hint = "use a reference, `Box` or `Rc`";
                let message = "raw pointers are outside of what the playground runs";
                return self.not_supported(span::ty(&cast.ty), message, hint);
            }
            Tree::Cast(cast) => {
                let (value, ty) = self.expr(&cast.expr);
                let (cast, ty) = match types::shape(&cast.ty) {
                    super::super::ir::Shape::Int(kind) => (Cast::Int(kind), Ty::Copy),
                    super::super::ir::Shape::Float32 => (Cast::Float32, Ty::Copy),
                    _ => match types::wanted(&cast.ty) {
                        Some(super::super::ir::Wanted::Float) => (Cast::Float, Ty::Copy),
                        Some(super::super::ir::Wanted::Char) => (Cast::Char, Ty::Copy),
                        _ => (Cast::None, ty),
                    },
                };
                (Kind::Cast(Box::new(value), cast), ty)
            }
            Tree::Tuple(tuple) => {
                let (values, types) = self.exprs(tuple.elems.iter());
                if values.is_empty() {
                    (Kind::Unit, Ty::Plain("()"))
                } else {
                    (Kind::Tuple(values), Ty::Tuple(types.into()))
                }
            }
            Tree::Array(array) => {
                let (values, types) = self.exprs(array.elems.iter());
                (Kind::Array(values), Ty::vec(types.into_iter().next().unwrap_or(Ty::Unknown)))
            }
            Tree::Repeat(repeat) => {
                let (value, ty) = self.expr(&repeat.expr);
                let (count, _) = self.expr(&repeat.len);
                (Kind::Repeat(Box::new(value), Box::new(count)), Ty::vec(ty))
            }
            Tree::Range(range) => {
                let start = range.start.as_ref().map(|start| Box::new(self.expr(start).0));
                let end = range.end.as_ref().map(|end| Box::new(self.expr(end).0));
                let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
                (Kind::Range(start, end, inclusive), Ty::Unknown)
            }
            Tree::Struct(literal) => return self.object(literal),
            Tree::Call(call) => return self.call(call),
            Tree::MethodCall(call) => return self.method_call(call),
            Tree::Closure(closure) => return self.closure(closure),
            Tree::Macro(tree) => return self.macro_call(&tree.mac),
            Tree::Try(tree) => {
                use super::super::ir::Wanted;
                let wanted = self.wanted.take();
                self.wanted = wanted.map(|wanted| Wanted::Result(Some(Rc::new(wanted))));
                let (value, ty) = self.expr(&tree.expr);
                self.check_question(tree, &ty);
                let ty = match ty {
                    Ty::Result(inner, _) | Ty::Option(inner) => (*inner).clone(),
                    Ty::Refused => Ty::Refused,
                    _ => Ty::Unknown,
                };
                let into = self.context().fails.clone();
                (Kind::Question(Box::new(value), into), ty)
            }
            Tree::Return(_)
            | Tree::Break(_)
            | Tree::Continue(_)
            | Tree::Block(_)
            | Tree::Unsafe(_)
            | Tree::If(_)
            | Tree::While(_)
            | Tree::Loop(_)
            | Tree::ForLoop(_)
            | Tree::Match(_)
            | Tree::Let(_) => return self.control(tree),
            Tree::Async(_) | Tree::Await(_) => {
                let hint = "write it without: the playground has one thread";
                return self.not_supported(
                    range,
                    "`async` is outside of what the playground runs",
                    hint,
                );
            }
            _ => {
                return self.not_supported(
                    range,
                    "this kind of expression is outside of what the playground runs",
                    "write it with blocks, `match`, loops and calls",
                );
            }
        };
        (Expr { span, kind }, ty)
    }

    pub(super) fn exprs<'t>(
        &mut self,
        trees: impl Iterator<Item = &'t Tree>,
    ) -> (Vec<Expr>, Vec<Ty>) {
        trees.map(|tree| self.expr(tree)).unzip()
    }

    /// Lowers with temporaries of its own, which end with the expression.
    pub(super) fn terminating(&mut self, tree: &Tree) -> (Expr, Ty) {
        let ((value, ty), temps) = self.with_temps(|this| this.expr(tree));
        (enclose(temps, value), ty)
    }

    /// A literal. The minus before it belongs to it, since `-128_i8` fits and `128_i8` does not.
    pub(super) fn literal(&mut self, lit: &Lit, negative: bool) -> (Expr, Ty) {
        let range = span::literal(lit);
        let span = self.span(range.clone());
        let (kind, ty) = match lit {
            Lit::Bool(lit) => (Kind::Bool(lit.value), Ty::Plain("bool")),
            Lit::Char(lit) => (Kind::Char(lit.value()), Ty::Plain("char")),
            Lit::Str(lit) => (Kind::Str(lit.value().into()), Ty::Str),
            Lit::Byte(lit) => {
                let value = Int::wrapped(IntKind::U8, lit.value().into());
                (Kind::Int(value), Ty::Plain("u8"))
            }
            Lit::ByteStr(lit) => {
                let bytes = lit.value().into_iter().map(|byte| Expr {
                    span,
                    kind: Kind::Int(Int::wrapped(IntKind::U8, byte.into())),
                });
                (Kind::Array(bytes.collect()), Ty::Unknown)
            }
            Lit::Int(lit) if matches!(lit.suffix(), "f64" | "f32") => {
                let ty = types::plain(lit.suffix()).unwrap_or("{float}");
                (self.float(lit.base10_digits(), lit.suffix(), negative), Ty::Plain(ty))
            }
            Lit::Int(lit) => {
                let kind = match lit.suffix() {
                    "" => Some(IntKind::Open),
                    suffix => IntKind::from_name(suffix),
                };
                let digits: i128 = lit.base10_parse().unwrap_or(i128::MAX);
                let value = if negative { -digits } else { digits };
                match kind.map(|kind| (kind, open_int(kind, value))) {
                    Some((_, Some(int))) => {
                        let ty = types::plain(lit.suffix()).unwrap_or("{integer}");
                        (Kind::Int(int), Ty::Plain(ty))
                    }
                    Some((kind, None)) => {
                        let message = format!("literal out of range for `{}`", kind.name());
                        return self.refuse(Diagnostic::wrong(span, message));
                    }
                    None => {
                        return self.not_supported(
                            range,
                            "this type of number is outside of what the playground runs",
                            "use `i64` or `u64`",
                        );
                    }
                }
            }
            Lit::Float(lit) => {
                let ty = types::plain(lit.suffix()).unwrap_or("{float}");
                (self.float(lit.base10_digits(), lit.suffix(), negative), Ty::Plain(ty))
            }
            _ => {
                return self.not_supported(
                    range,
                    "this kind of literal is outside of what the playground runs",
                    "write a text, a number, a `char` or a `bool`",
                );
            }
        };
        (Expr { span, kind }, ty)
    }

    fn float(&self, digits: &str, suffix: &str, negative: bool) -> Kind {
        let sign = if negative { -1.0 } else { 1.0 };
        match suffix {
            "f32" => Kind::Float32(digits.parse::<f32>().unwrap_or(0.0) * sign as f32),
            _ => Kind::Float(digits.parse::<f64>().unwrap_or(0.0) * sign),
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> (Expr, Ty) {
        let range = span::expr(&binary.left).start..span::expr(&binary.right).end;
        let span = self.span(range);
        use Arithmetic as A;
        use Comparison as C;
        let boxed = |this: &mut Self, tree: &Tree| Box::new(this.expr(tree).0);
        let kind = match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                // The operands of lazy operators have temporaries of their own.
                let (left, _) = self.terminating(&binary.left);
                let (right, _) = self.terminating(&binary.right);
                let (left, right) = (Box::new(left), Box::new(right));
                match binary.op {
                    BinOp::And(_) => Kind::And(left, right),
                    _ => Kind::Or(left, right),
                }
            }
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => {
                let op = match binary.op {
                    BinOp::Eq(_) => C::Equal,
                    BinOp::Ne(_) => C::NotEqual,
                    BinOp::Lt(_) => C::Less,
                    BinOp::Le(_) => C::LessOrEqual,
                    BinOp::Gt(_) => C::Greater,
                    _ => C::GreaterOrEqual,
                };
                // Comparing borrows both sides.
                let (left, ty) = self.borrowed_with_type(&binary.left);
                let right = Box::new(self.borrowed(&binary.right));
                let (at, operator) = self.operator(binary);
                self.check_compared(at, &ty, &operator);
                Kind::Compare(op, Box::new(left), right)
            }
            _ => {
                let (op, assigns) = match binary.op {
                    BinOp::Add(_) => (A::Add, false),
                    BinOp::Sub(_) => (A::Sub, false),
                    BinOp::Mul(_) => (A::Mul, false),
                    BinOp::Div(_) => (A::Div, false),
                    BinOp::Rem(_) => (A::Rem, false),
                    BinOp::BitAnd(_) => (A::BitAnd, false),
                    BinOp::BitOr(_) => (A::BitOr, false),
                    BinOp::BitXor(_) => (A::BitXor, false),
                    BinOp::Shl(_) => (A::Shl, false),
                    BinOp::Shr(_) => (A::Shr, false),
                    BinOp::AddAssign(_) => (A::Add, true),
                    BinOp::SubAssign(_) => (A::Sub, true),
                    BinOp::MulAssign(_) => (A::Mul, true),
                    BinOp::DivAssign(_) => (A::Div, true),
                    BinOp::RemAssign(_) => (A::Rem, true),
                    BinOp::BitAndAssign(_) => (A::BitAnd, true),
                    BinOp::BitOrAssign(_) => (A::BitOr, true),
                    BinOp::BitXorAssign(_) => (A::BitXor, true),
                    BinOp::ShlAssign(_) => (A::Shl, true),
                    _ => (A::Shr, true),
                };
                if assigns {
                    self.check_assigned(&binary.left, span);
                    let value = boxed(self, &binary.right);
                    let (place, _) = self.place(&binary.left);
                    let kind = Kind::AssignWith(op, place, value);
                    return (Expr { span, kind }, Ty::Copy);
                }
                let (left, ty) = self.expr(&binary.left);
                let (right, other) = self.expr(&binary.right);
                self.check_arithmetic(binary, op, &ty, &other);
                let kind = Kind::Arithmetic(op, Box::new(left), Box::new(right));
                let ty = match ty {
                    Ty::String => Ty::String,
                    Ty::Copy | Ty::Plain(_) => Ty::Copy,
                    _ => Ty::Unknown,
                };
                return (Expr { span, kind }, ty);
            }
        };
        (Expr { span, kind }, Ty::Copy)
    }

    /// An operand that is only looked at: a place is not read, but referred to.
    pub(super) fn borrowed(&mut self, tree: &Tree) -> Expr {
        self.borrowed_with_type(tree).0
    }

    /// The same, and what is known of the type of what is looked at.
    pub(super) fn borrowed_with_type(&mut self, tree: &Tree) -> (Expr, Ty) {
        use super::super::ir::Moves;
        if self.names_place(tree) {
            let (place, ty) = self.place(tree);
            let span = place.span;
            // Reading what copies is cheaper than referring to it.
            if ty.moves() == Moves::No && place.steps.is_empty() {
                return (Expr { span, kind: Kind::Use(place, Moves::No) }, ty);
            }
            return (Expr { span, kind: Kind::Reference(place) }, ty);
        }
        let (value, ty) = self.expr(tree);
        if ty.moves() == Moves::No {
            return (value, ty);
        }
        let place = self.in_temporary(value);
        (Expr { span: place.span, kind: Kind::Reference(place) }, ty)
    }

    fn assign(&mut self, assign: &syn::ExprAssign) -> (Expr, Ty) {
        let range = span::expr(&assign.left).start..span::expr(&assign.right).end;
        let span = self.span(range);
        if matches!(&*assign.left, Tree::Infer(_)) {
            let value = self.unbound(&assign.right);
            return (Expr { span, kind: Kind::Discard(Box::new(value)) }, Ty::Copy);
        }
        if matches!(&*assign.left, Tree::Tuple(_) | Tree::Array(_) | Tree::Struct(_)) {
            return self.not_supported(
                span::expr(&assign.left),
                "assigning to a pattern is outside of what the playground runs",
                "assign the parts one by one, or use `let`",
            );
        }
        let (value, _) = self.expr(&assign.right);
        self.check_assigned(&assign.left, span);
        let (place, _) = self.place(&assign.left);
        (Expr { span, kind: Kind::Assign(place, Box::new(value)) }, Ty::Copy)
    }

    /// What `_` is given: a place is looked at and nothing is taken out of it, a value is made.
    pub(super) fn unbound(&mut self, tree: &Tree) -> Expr {
        match tree {
            Tree::Paren(tree) => self.unbound(&tree.expr),
            Tree::Path(_) | Tree::Field(_) | Tree::Index(_) | Tree::Unary(_)
                if self.is_place(tree) =>
            {
                let (place, _) = self.place(tree);
                Expr { span: place.span, kind: Kind::Reference(place) }
            }
            tree => self.expr(tree).0,
        }
    }

    fn object(&mut self, literal: &syn::ExprStruct) -> (Expr, Ty) {
        let range =
            span::path(&literal.path).start..literal.brace_token.span.close().byte_range().end;
        let span = self.span(range);
        let Some((class, variant)) = self.variant_of(&literal.path) else {
            return self.unknown_struct(&literal.path);
        };
        let shape = &class.variants[variant as usize];
        let types = self.field_types_of(&class, variant);
        let mut fields = Vec::new();
        let mut is_known = true;
        for field in &literal.fields {
            let name = member_name(&field.member);
            let Some(index) = shape.fields.iter().position(|field| *field.name == *name) else {
                let at = self.span(span::member(&field.member));
                let diagnostic = unknown_field(&class, variant, &name, at);
                self.report(diagnostic);
                is_known = false;
                continue;
            };
            let (value, ty) = self.expr(&field.expr);
            if let Some(expected) = types.get(index) {
                let because = (shape.fields[index].span, "the field has this type");
                self.expect(value.span, &ty, expected, Some(because));
            }
            fields.push((index as u32, shaped(value, &shape.fields[index].shape)));
        }
        let base = literal.rest.as_ref().map(|rest| self.place(rest).0);
        let missing = (0..shape.fields.len() as u32)
            .filter(|index| !fields.iter().any(|(given, _)| given == index))
            .map(|index| format!("`{}`", shape.fields[index as usize].name));
        let missing: Vec<_> = missing.collect();
        if base.is_none() && is_known && !missing.is_empty() {
            let of = match class.is_enum {
                true => format!("{}::{}", class.name, shape.name),
                false => class.name.to_string(),
            };
            let fields = if missing.len() == 1 { "field" } else { "fields" };
            let missing = missing.join(", ");
            let message = format!("missing {fields} {missing} in initializer of `{of}`");
            let at = self.span(span::path(&literal.path));
            let diagnostic = Diagnostic::wrong(at, message).code("E0063");
            self.report(
                diagnostic
                    .label(format!("missing {missing}"))
                    .hint("a value has all of its fields"),
            );
        }
        let ty = Ty::Object(Rc::clone(&class));
        let object = ObjectExpr { class, variant, fields, base };
        (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
    }

    /// The struct or variant that a path names.
    pub(super) fn variant_of(
        &mut self,
        path: &syn::Path,
    ) -> Option<(Rc<super::super::ir::Type>, u32)> {
        let segments = self.segments(path);
        let names: Vec<&str> = segments.iter().map(String::as_str).collect();
        match names[..] {
            [name] => match self.names.get(name) {
                Some(Named::Type(class)) if !class.is_enum => Some((Rc::clone(class), 0)),
                Some(_) => None,
                None => self.imported_variant(name),
            },
            [.., name, variant] => match self.names.get(name) {
                Some(Named::Type(class)) => {
                    let index = class.variants.iter().position(|known| *known.name == *variant)?;
                    Some((Rc::clone(class), index as u32))
                }
                _ => None,
            },
            [] => None,
        }
    }

    /// A variant that `use Type::*` brought in.
    fn imported_variant(&self, name: &str) -> Option<(Rc<super::super::ir::Type>, u32)> {
        self.uses.iter().filter(|(key, _)| key.ends_with("::*")).find_map(|(_, path)| {
            let Some(Named::Type(class)) = self.names.get(path.last()?) else { return None };
            let index = class.variants.iter().position(|variant| *variant.name == *name)?;
            Some((Rc::clone(class), index as u32))
        })
    }

    /// A unit struct or variant, or the function that a tuple struct or variant is.
    pub(super) fn constructor(
        &mut self,
        path: &syn::Path,
        span: super::Span,
    ) -> Option<(Expr, Ty)> {
        let (class, variant) = self.variant_of(path)?;
        let form = class.variants[variant as usize].form;
        let ty = Ty::Object(Rc::clone(&class));
        Some(match form {
            Form::Unit => {
                let object = ObjectExpr { class, variant, fields: Vec::new(), base: None };
                (Expr { span, kind: Kind::Object(Box::new(object)) }, ty)
            }
            Form::Tuple => (Expr { span, kind: Kind::Constructor(class, variant) }, Ty::Unknown),
            Form::Named => return None,
        })
    }
}

fn member_name(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(name) => name.to_string(),
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}

/// An open literal may be as large as the largest kind it can still become.
fn open_int(kind: IntKind, value: i128) -> Option<Int> {
    match (kind, Int::new(kind, value)) {
        (IntKind::Open, None) => {
            Int::new(IntKind::I64, value).or_else(|| Int::new(IntKind::U64, value))
        }
        (_, int) => int,
    }
}

/// Puts temporaries around an expression that has some.
pub(super) fn enclose(temps: Temps, value: Expr) -> Expr {
    if temps.from == temps.to {
        return value;
    }
    Expr { span: value.span, kind: Kind::Temps(temps, Box::new(value)) }
}

/// Gives a value the type declared for it, where that can matter.
pub(super) fn shaped(value: Expr, shape: &super::super::ir::Shape) -> Expr {
    use super::super::ir::Shape;
    match (&value.kind, shape) {
        (_, Shape::Any) => value,
        (Kind::Int(int), Shape::Int(kind)) => match int.settled(*kind) {
            Some(int) => Expr { span: value.span, kind: Kind::Int(int) },
            None => value,
        },
        (Kind::Float(float), Shape::Float32) => {
            Expr { span: value.span, kind: Kind::Float32(*float as f32) }
        }
        _ => Expr { span: value.span, kind: Kind::Shaped(Box::new(value), shape.clone()) },
    }
}

/// Whether a borrowed expression is a constant without a destructor, so that it needs no temporary.
fn is_promoted(tree: &Tree) -> bool {
    match tree {
        Tree::Lit(_) => true,
        Tree::Paren(tree) => is_promoted(&tree.expr),
        Tree::Path(path) => path.path.is_ident("None"),
        Tree::Unary(unary) => !matches!(unary.op, syn::UnOp::Deref(_)) && is_promoted(&unary.expr),
        Tree::Tuple(tuple) => tuple.elems.iter().all(is_promoted),
        Tree::Array(array) => array.elems.iter().all(is_promoted),
        _ => false,
    }
}
