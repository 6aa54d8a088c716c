package org.gongkai.registry;

/** What putting an organ or a region did. */
enum Outcome {
  CREATED,
  CHANGED,
  UNCHANGED
}
