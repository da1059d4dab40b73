package example

import com.fasterxml.jackson.databind.JsonNode
import example.Refused.Reason
import java.net.URI
import okhttp3.HttpUrl.Companion.toHttpUrlOrNull
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

private const val PRODUCTION = "https://api.woodpecker.co/rest"

/** A case of policy.json: what may be sent, and with which headers. */
data class PolicyCase(
    override val id: String,
    val about: String,
    val key: Key,
    val context: Actor?,
    val baseUrl: String = PRODUCTION,
    val request: Route,
    val typed: Boolean = false,
    val expect: Expected,
) : Case {
    override val isLeftToTypes
        get() =
            when (expect.refused) {
                Reason.INVALID_KEY -> typed && key.value == null
                Reason.INVALID_COMPANY_ID -> typed && context?.isLong == false
                else -> false
            }

    override fun passes() =
        expect.holds {
            headers(policy(key, context, baseUrl), request.method, baseUrl.removeSuffix("/") + request.path)
        }
}

/** A case of redirects.json: the same for each request of a chain. */
data class RedirectsCase(
    override val id: String,
    val about: String,
    val key: Key,
    val context: Actor?,
    val baseUrl: String = PRODUCTION,
    val hops: List<Hop>,
) : Case {
    override fun passes(): Boolean {
        val urls = hops.runningFold(URI(baseUrl)) { at, hop -> at.resolve(hop.url) }.drop(1)
        return hops.zip(urls).all { (hop, url) ->
            hop.expect.holds { headers(policy(key, context, baseUrl), hop.method, "$url", hop.body) }
        }
    }
}

data class Route(val method: String, val path: String)

data class Hop(val redirectStatus: Int?, val url: String, val method: String, val body: Boolean, val expect: Expected)

data class Key(val kind: KeyKind, val value: String?)

data class Actor(val ownAccount: Boolean = false, val company: JsonNode?, val companyText: String?) {
    val isLong
        get() = company != null && company.isIntegralNumber && company.canConvertToLong()
}

data class Expected(val headers: Map<String, String>?, val refused: Reason?, val orRefused: Reason?) {
    fun holds(sent: () -> Map<String, String>) =
        try {
            sent() == headers
        } catch (refusal: Refused) {
            refusal.reason == refused || refusal.reason == orRefused
        }
}

private fun policy(key: Key, actor: Actor?, baseUrl: String): HeaderPolicy {
    val context =
        when {
            actor == null -> Context.Unspecified
            actor.ownAccount -> Context.OwnAccount
            else -> Context.Company(checkNotNull(actor.company.takeIf { actor.isLong }).longValue())
        }
    return HeaderPolicy(key.kind, checkNotNull(key.value), context, baseUrl)
}

/** The headers of a request that went through the policy as the generated client sends it. */
private fun headers(policy: HeaderPolicy, method: String, url: String, hasBody: Boolean = false): Map<String, String> {
    // OkHttp corrects some URLs. The policy has to know better than to rely on that.
    if ("${url.toHttpUrlOrNull()}" != url) return policy.headers(url, hasBody)
    val server = Answer()
    val body = if (hasBody) "{}".toRequestBody() else if (method in setOf("GET", "HEAD")) null else "".toRequestBody()
    val http = HTTP.newBuilder().addInterceptor(policy).addInterceptor(server).build()
    http.newCall(Request.Builder().url(url).method(method, body).build()).execute().close()
    return server.asked.headers.toMultimap().mapValues { (_, values) -> values.joinToString() }
}
