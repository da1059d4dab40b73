package example

import com.fasterxml.jackson.databind.JsonNode
import java.time.DateTimeException
import java.time.Instant
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import java.time.format.ResolverStyle
import java.time.temporal.ChronoField

/** The body of an error in whichever of the API's three forms; null where it says nothing. */
data class ErrorBody(
    val title: String? = null,
    val detail: String? = null,
    val code: String? = null,
    val timestamp: Instant? = null,
) {
    /** In any case, since nobody promises one. */
    fun detailIs(known: String) = known.equals(detail, ignoreCase = true)

    companion object {
        private val CODE_FORM = setOf("code", "message", "details")

        private val V1_STATUSES =
            mapOf(
                "E_SESSION" to 401,
                "E_NO_PERMISSION" to 403,
                "E_URL_NOT_FOUND" to 404,
                "E_RECORD_NOT_FOUND" to 404,
                "E_TOO_MANY_REQUESTS" to 429,
                "E_UNKNOWN" to 500,
            )

        private val TIME =
            DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[' UTC'][XXX][XX]")
                .optionalEnd()
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter()
                .withResolverStyle(ResolverStyle.STRICT)

        /** The error that a body is, and the status that it counts as inside a success; null if it is none. */
        fun of(body: JsonNode): Pair<ErrorBody, Int>? {
            val status = body.path("status")
            if (status.path("status").textValue() == "ERROR") {
                val code = text(status["code"])
                return ErrorBody(detail = text(status["msg"]), code = code) to (V1_STATUSES[code] ?: 400)
            }
            if (status.isInt && status.intValue() >= 400 && (body.has("title") || body.has("detail"))) {
                val time = text(body["timestamp"])?.let(::time)
                return ErrorBody(text(body["title"]), text(body["detail"]), timestamp = time) to status.intValue()
            }
            if (body.path("code").isTextual && body.properties().all { it.key in CODE_FORM }) {
                val problems = listOf(body.path("message")) + body.path("details")
                val detail = problems.mapNotNull(::text).joinToString("; ").ifEmpty { null }
                // Names no status.
                return ErrorBody(detail = detail, code = text(body["code"])) to 0
            }
            return null
        }

        private fun text(value: JsonNode?): String? =
            if (value == null || value.isNull || value.isMissingNode) null else value.textValue() ?: value.toString()

        private fun time(text: String): Instant? =
            try {
                TIME.parse(text, Instant::from)
            } catch (_: DateTimeException) {
                null
            }
    }
}
