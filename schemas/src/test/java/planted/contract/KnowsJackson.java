package planted.contract;

import com.fasterxml.jackson.core.JsonFactory;

public record KnowsJackson(JsonFactory json) {}
