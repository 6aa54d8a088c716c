package org.gongkai.access;

import java.util.Optional;

/** What a caller may do, and where. Decides only; {@link Access} refuses. */
record Permissions(Caller caller, Regions regions) implements Access.Rights {

  /** The one thing that must be known of the administrative tree. */
  @FunctionalInterface
  interface Regions {
    boolean isWithin(String region, String ancestor);
  }

  @Override
  public String author() {
    return caller.authorName();
  }

  @Override
  public boolean mayFile(String organ, String region) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case OFFICE -> covers(region);
      case ORGAN -> isOf(organ);
      case READER -> false;
    };
  }

  /** Accept, return, publish, reopen, waive. */
  @Override
  public boolean mayReview(String region) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case OFFICE -> covers(region);
      case ORGAN, READER -> false;
    };
  }

  boolean mayReadReport(String organ, String region, boolean published) {
    return switch (caller.role()) {
      case READER -> published && (caller.region().isEmpty() || covers(region));
      case ADMIN, OFFICE, ORGAN -> mayFile(organ, region);
    };
  }

  boolean mayReadRegion(String region) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case OFFICE -> covers(region);
      case READER -> caller.region().isEmpty() || covers(region);
      case ORGAN -> false;
    };
  }

  boolean mayRegister(String region) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case OFFICE -> covers(region);
      case ORGAN, READER -> false;
    };
  }

  /**
   * Whether the caller may make, see and revoke keys of this role and region.
   *
   * @param region the key's region, or where its organ is; empty for a key that is bound to none
   */
  boolean mayKeep(Role role, Optional<String> region) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case OFFICE ->
          switch (role) {
            case ORGAN, READER -> region.filter(this::covers).isPresent();
            case OFFICE, ADMIN -> false;
          };
      case ORGAN, READER -> false;
    };
  }

  Visibility reports(boolean published) {
    return switch (caller.role()) {
      case ADMIN -> new Visibility.Everything();
      case OFFICE -> ownRegion(new Visibility.Nothing());
      case READER -> published ? ownRegion(new Visibility.Everything()) : new Visibility.Nothing();
      case ORGAN ->
          caller
              .organ()
              .<Visibility>map(Visibility.OnlyOrgan::new)
              .orElseGet(Visibility.Nothing::new);
    };
  }

  private Visibility ownRegion(Visibility otherwise) {
    return caller.region().<Visibility>map(Visibility.WithinRegion::new).orElse(otherwise);
  }

  private boolean covers(String region) {
    return caller.region().filter(own -> regions.isWithin(region, own)).isPresent();
  }

  private boolean isOf(String organ) {
    return caller.organ().filter(organ::equals).isPresent();
  }
}
