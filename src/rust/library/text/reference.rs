//! The text of the library: `reference`.
//@ std::hidden
impl<A> Debug for &A where A: Debug {}
impl<A> Debug for &mut A where A: Debug {}
impl<A> Display for &A where A: Display {}
impl<A> Display for &mut A where A: Display {}
impl<A> Binary for &A where A: Binary {}
impl<A> LowerHex for &A where A: LowerHex {}
impl<A> UpperHex for &A where A: UpperHex {}
impl<A> LowerExp for &A where A: LowerExp {}
impl<A> Pointer for &A {}
impl<A> Pointer for &mut A {}
impl<A: Hash> Hash for &A {}
impl<A: Hash> Hash for &mut A {}
impl<A: PartialEq<B>, B> PartialEq<&B> for &A {}
impl<A: PartialEq<B>, B> PartialEq<&mut B> for &mut A {}
impl<A: PartialEq<B>, B> PartialEq<&mut B> for &A {}
impl<A: PartialEq<B>, B> PartialEq<&B> for &mut A {}
impl<A: Eq> Eq for &A {}
impl<A: Eq> Eq for &mut A {}
impl<A: PartialOrd<B>, B> PartialOrd<&B> for &A {}
impl<A: PartialOrd<B>, B> PartialOrd<&mut B> for &mut A {}
impl<A: Ord> Ord for &A {}
impl<A: Ord> Ord for &mut A {}
impl<A> Deref for &A { type Target = A; }
impl<A> Deref for &mut A { type Target = A; }
impl<A> DerefMut for &mut A {}
impl<W: std::io::Write> std::io::Write for &mut W {}
impl<R: std::io::Read> std::io::Read for &mut R {}
impl<W: std::fmt::Write> std::fmt::Write for &mut W {}
