/** A step of the form. */
export function WhatStep() {
  return null;
}
