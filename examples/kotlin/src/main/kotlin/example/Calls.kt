package example

import com.fasterxml.jackson.annotation.JsonInclude
import com.fasterxml.jackson.core.JacksonException
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.MissingNode
import example.Failure.Kind
import java.time.Duration
import okhttp3.Call
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Response
import woodpecker.infrastructure.ApiResponse
import woodpecker.infrastructure.Serializer
import woodpecker.infrastructure.Success
import woodpecker.models.MailboxFooterUpdate

/** What all clients are made from: they share its connections, and send each request once and nowhere else. */
val HTTP: OkHttpClient =
    OkHttpClient.Builder()
        // By itself OkHttp would take the key along to any other host.
        .followRedirects(false)
        // It would also repeat a request, which may have changed something: when the connection is lost,
        .retryOnConnectionFailure(false)
        // and after a 503 with this header.
        .addNetworkInterceptor { it.proceed(it.request()).newBuilder().removeHeader("retry-after").build() }
        .callTimeout(Duration.ofSeconds(30))
        .build()

/**
 * Makes one call of the generated client, by a method that ends in `WithHttpInfo`:
 *
 *     http.call { MailboxesApi(base, it).getMailboxWithHttpInfo(51001, null) }
 *
 * @throws Refused if nothing was sent
 * @throws Failure for a response that is not a success
 * @throws java.io.IOException if no response came
 */
inline fun <reified T> OkHttpClient.call(operation: (Call.Factory) -> ApiResponse<T?>): T {
    val reading = Reading()
    val value =
        try {
            (operation(reading.above(this)) as? Success)?.data
        } catch (_: JacksonException) {
            null
        } catch (_: UnsupportedOperationException) {
            null // Of another media type.
        }
    // A list can be empty, an object cannot.
    return value ?: Unit as? T ?: reading.emptyList() as? T ?: throw Failure(Kind.UNEXPECTED_RESPONSE, reading.status)
}

/** Reads the response to one call before the generated client does, which would hide what an error says. */
class Reading : Interceptor {
    var status = 0
        private set

    fun above(http: OkHttpClient): OkHttpClient =
        http.newBuilder().apply { interceptors().add(0, this@Reading) }.build()

    fun emptyList(): List<Nothing>? = if (status == 204) listOf() else null

    override fun intercept(chain: Interceptor.Chain): Response {
        val response = chain.proceed(chain.request())
        status = response.code
        val failure = failure(response) ?: return response
        response.close()
        throw failure
    }

    private fun failure(response: Response): Failure? {
        if (response.code in 300..399) return Failure(Kind.UNEXPECTED_RESPONSE, status)
        val found = ErrorBody.of(json(response))
        val (error, counts) = found ?: (ErrorBody() to status)
        return when {
            status >= 400 -> Failure(Kind.of(status, error), status, error)
            found != null -> Failure(Kind.of(counts, error), status, error)
            else -> null
        }
    }

    private fun json(response: Response): JsonNode {
        val type = response.header("content-type") ?: "json"
        if (!type.contains("json", ignoreCase = true)) return MissingNode.getInstance()
        return try {
            JSON.readTree(response.peekBody(Long.MAX_VALUE).string())
        } catch (_: JacksonException) {
            MissingNode.getInstance()
        }
    }

    private companion object {
        /** The generated client's own, where it would read or write something else than is meant. */
        val JSON: ObjectMapper =
            Serializer.jacksonObjectMapper.apply {
                enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // A missing number would be read as 0.
                enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // Null removes the footer, but would be left out.
                configOverride(MailboxFooterUpdate::class.java).include =
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
            }
    }
}
