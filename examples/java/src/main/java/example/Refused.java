package example;

/** Thrown in place of sending a request. */
public final class Refused extends RuntimeException {
  /** spec/conformance/README.md says what each of them means. */
  public enum Reason {
    ACCOUNT_ROUTE_WITHOUT_CONTEXT,
    AGENCY_ROUTE_WITH_CLIENT_KEY,
    AGENCY_ROUTE_WITH_COMPANY,
    AMBIGUOUS_PATH,
    BODY_TO_OTHER_ORIGIN,
    COMPANY_WITH_CLIENT_KEY,
    INSECURE_BASE_URL,
    INVALID_BASE_URL,
    INVALID_COMPANY_ID,
    INVALID_KEY
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private Refused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static void when(boolean wrong, Reason reason) {
    if (wrong) throw new Refused(reason);
  }
}
