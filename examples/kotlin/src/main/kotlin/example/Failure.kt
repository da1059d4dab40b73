package example

import java.io.IOException

/** A response that is not a success. */
class Failure(val kind: Kind, val status: Int, val error: ErrorBody = ErrorBody()) :
    IOException(listOfNotNull("$kind (status $status)", error.code, error.title, error.detail).joinToString(": ")) {
    /** spec/conformance/README.md says what each of them is. */
    enum class Kind {
        BAD_REQUEST,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        COMPANY_NOT_FOUND,
        CONFLICT,
        COMPANY_INACTIVE,
        RATE_LIMITED,
        SERVER_ERROR,
        UNEXPECTED_RESPONSE,
        API_ERROR;

        companion object {
            fun of(status: Int, error: ErrorBody): Kind =
                when {
                    status == 400 -> BAD_REQUEST
                    status == 401 -> UNAUTHORIZED
                    status == 403 -> FORBIDDEN
                    status == 404 -> if (error.detailIs("Company not found")) COMPANY_NOT_FOUND else NOT_FOUND
                    status == 429 || status == 409 && error.code == "E_TOO_MANY_REQUESTS" -> RATE_LIMITED
                    status == 409 -> if (error.detailIs("Company is inactive")) COMPANY_INACTIVE else CONFLICT
                    status >= 500 -> SERVER_ERROR
                    else -> API_ERROR
                }
        }
    }
}
