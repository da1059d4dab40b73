package example

import example.Refused.Reason
import okhttp3.HttpUrl
import okhttp3.HttpUrl.Companion.toHttpUrlOrNull
import okhttp3.Interceptor
import okhttp3.Response

enum class KeyKind {
    HQ,
    CLIENT,
}

/** Whom requests act for. On account routes an HQ key needs one. */
sealed interface Context {
    data object Unspecified : Context

    data object OwnAccount : Context

    data class Company(val id: Long) : Context
}

/**
 * Sets x-api-key and x-company-id on a request, or refuses it before anything is sent.
 *
 * @throws Refused for a key, an address or an id that must not be used
 */
class HeaderPolicy(private val kind: KeyKind, private val key: String, private val context: Context, baseUrl: String) :
    Interceptor {
    private val base: Address

    init {
        refuse(Reason.INVALID_KEY) { !KEY.matches(key) }
        base = Address.of(baseUrl.removeSuffix("/")) ?: throw Refused(Reason.INVALID_BASE_URL)
        refuse(Reason.INVALID_BASE_URL) { '?' in baseUrl || '#' in baseUrl || AMBIGUOUS in base.path }
        refuse(Reason.INSECURE_BASE_URL) { !base.origin.isHttps && !LOOPBACK.matches(base.origin.host) }
        refuse(Reason.INVALID_COMPANY_ID) { context is Context.Company && context.id < 1 }
    }

    /** Of the two headers, exactly these go with a request to [url]. */
    fun headers(url: String, hasBody: Boolean): Map<String, String> {
        val at = Address.of(url)
        if (at?.origin != base.origin || !"${at.path}/".startsWith("${base.path}/")) {
            refuse(Reason.BODY_TO_OTHER_ORIGIN) { hasBody }
            return emptyMap()
        }
        val route = at.path.removePrefix(base.path)
        val agency = "$route/".startsWith("/v2/agency/")
        val client = kind == KeyKind.CLIENT
        val unspecified = context is Context.Unspecified
        refuse(Reason.AMBIGUOUS_PATH) { AMBIGUOUS in route || !PLAIN_START.matches(route) }
        refuse(Reason.AGENCY_ROUTE_WITH_CLIENT_KEY) { agency && client }
        refuse(Reason.AGENCY_ROUTE_WITH_COMPANY) { agency && !unspecified }
        refuse(Reason.ACCOUNT_ROUTE_WITHOUT_CONTEXT) { !agency && !client && unspecified }
        if (context !is Context.Company) return mapOf("x-api-key" to key)
        refuse(Reason.COMPANY_WITH_CLIENT_KEY) { client }
        return mapOf("x-api-key" to key, "x-company-id" to "${context.id}")
    }

    override fun intercept(chain: Interceptor.Chain): Response {
        val request = chain.request()
        val headers = headers("${request.url}", hasBody = (request.body?.contentLength() ?: 0) != 0L)
        val policed = request.newBuilder().removeHeader("x-api-key").removeHeader("x-company-id")
        headers.forEach { (name, value) -> policed.header(name, value) }
        return chain.proceed(policed.build())
    }

    /** Scheme, host and port in one spelling, and the path as it is written. */
    private data class Address(val origin: HttpUrl, val path: String) {
        companion object {
            /** Null for what cannot be a base URL. */
            fun of(url: String): Address? {
                val (origin, path) = URL.matchEntire(url)?.destructured ?: return null
                val parsed = origin.toHttpUrlOrNull() ?: return null
                // OkHttp takes an IPv4 address inside an IPv6 one for the first.
                if ('[' in origin && ':' !in parsed.host) return null
                return Address(parsed.newBuilder().host(parsed.host.removeSuffix(".")).build(), path)
            }
        }
    }

    private companion object {
        val KEY = Regex("[!-~]{1,512}")
        // Not HttpUrl alone: it takes more than URLs, and reads a backslash as a slash.
        val URL = Regex("""(?is)(https?://[^/?#@\\\s]+)(/[^?#]*|)(?:[?#].*)?""")
        val LOOPBACK = Regex("""localhost|127(\.\d+){3}|::1""")
        val PLAIN_START = Regex("(?s)(/[a-z0-9_-]*(/[a-z0-9_-]*(/.*)?)?)?")
        val AMBIGUOUS = Regex("""(?i)[\\;]|//|/\.\.?(/|$)|%([01].|2[5d-f]|3[\db]|[46][1-9a-f]|5[\dacf]|7[\daef])""")

        inline fun refuse(reason: Reason, wrong: () -> Boolean) {
            if (wrong()) throw Refused(reason)
        }
    }
}
