package example

import java.io.IOException

/** Thrown in place of sending a request: an [IOException], since OkHttp's interceptors throw no others. */
class Refused(val reason: Reason) : IOException(reason.name) {
    /** spec/conformance/README.md says what each of them means. */
    enum class Reason {
        ACCOUNT_ROUTE_WITHOUT_CONTEXT,
        AGENCY_ROUTE_WITH_CLIENT_KEY,
        AGENCY_ROUTE_WITH_COMPANY,
        AMBIGUOUS_PATH,
        BODY_TO_OTHER_ORIGIN,
        COMPANY_WITH_CLIENT_KEY,
        INSECURE_BASE_URL,
        INVALID_BASE_URL,
        INVALID_COMPANY_ID,
        INVALID_KEY,
    }
}
