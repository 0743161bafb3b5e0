/** Where an object was written: a file, or a construct of a program. */
export interface Origin {
  /** In words, such as `dist/shop.yaml:12:5` for a field of the object. @param path of the field, from the object's root */
  at(path?: readonly (string | number)[]): string;
}
