//! The types of the fields of the program's own types.

use syn::Item;

use super::super::ir::Type;
use super::Lowerer;
use super::types::Ty;

impl Lowerer<'_> {
    /// Notes the types of all fields. The names of all types are known by then.
    pub(super) fn declare_fields(&mut self, items: &[&Item]) {
        for item in items {
            match item {
                Item::Struct(item) => {
                    self.note_fields(&item.ident, 0, &item.fields, &item.generics)
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

    /// The types of the fields of a struct or variant, in their order.
    pub(super) fn field_types_of(&self, class: &Type, variant: u32) -> Vec<Ty> {
        let key = (class.name.clone(), variant);
        self.fields.get(&key).cloned().unwrap_or_default()
    }

    /// The type of one of them.
    pub(super) fn field_type(&self, class: &Type, variant: u32, name: &str) -> Option<Ty> {
        let fields = &class.variants.get(variant as usize)?.fields;
        let index = fields.iter().position(|field| *field.name == *name)?;
        self.fields.get(&(class.name.clone(), variant))?.get(index).cloned()
    }
}
