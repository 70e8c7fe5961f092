//! The types of the fields of the program's own types.

use syn::Item;

use super::Lowerer;
use crate::rust::check::types::Ty;
use crate::rust::ir::Type;

impl Lowerer<'_> {
    /// Notes the types of all fields. The names of all types are known by then.
    pub(super) fn declare_fields(&mut self, items: &[&Item]) {
        for item in items {
            match item {
                Item::Struct(item) => {
                    self.note_fields(&item.ident, 0, &item.fields, &item.generics);
                }
                Item::Enum(item) => {
                    for (index, variant) in item.variants.iter().enumerate() {
                        let index = index as u32;
                        self.note_fields(&item.ident, index, &variant.fields, &item.generics);
                    }
                }
                _ => {}
            }
        }
    }

    fn note_fields(
        &mut self,
        name: &syn::Ident,
        variant: u32,
        fields: &syn::Fields,
        generics: &syn::Generics,
    ) {
        let types = fields.iter().map(|field| self.generic_ty(&field.ty, generics)).collect();
        self.fields.insert((name.to_string().into(), variant), types);
    }

    /// The type of a field of a struct or variant, by its number, as far as it is known.
    pub(super) fn field_ty(&self, class: &Type, variant: u32, index: usize) -> Ty {
        let fields = self.fields.get(&(class.name.clone(), variant));
        fields.and_then(|fields| fields.get(index)).cloned().unwrap_or(Ty::Unknown)
    }

    /// The types of all of them, in their order.
    pub(super) fn field_types_of(&self, class: &Type, variant: u32) -> Vec<Ty> {
        self.fields.get(&(class.name.clone(), variant)).cloned().unwrap_or_default()
    }

    /// The type of a field of a struct, by its name.
    pub(super) fn field_named(&self, class: &Type, name: &str) -> Ty {
        let fields = class.variants.first().map_or(&[][..], |variant| &variant.fields);
        match fields.iter().position(|field| *field.name == *name) {
            Some(index) => self.field_ty(class, 0, index),
            None => Ty::Unknown,
        }
    }
}
