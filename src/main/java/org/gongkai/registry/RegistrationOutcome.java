package org.gongkai.registry;

/** What putting an organ or a region did. */
enum RegistrationOutcome {
  CREATED,
  CHANGED,
  UNCHANGED
}
