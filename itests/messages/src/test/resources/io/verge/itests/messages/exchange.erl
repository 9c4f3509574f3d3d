%% Puts values through a codec that asn1ct made.
%% In:  terms {Type, Value, Octets}, each with a full stop.
%% Out: one line for each: the value encoded, a tab, the octets decoded and encoded again; in hexadecimal,
%%      or "error" and a reason.
-module(exchange).
-export([main/3]).

main(Codec, In, Out) ->
    {ok, From} = file:open(In, [read, {read_ahead, 65536}]),
    {ok, To} = file:open(Out, [write, delayed_write]),
    each(Codec, From, To),
    ok = file:close(To),
    halt().

each(Codec, From, To) ->
    case io:read(From, '') of
        eof ->
            ok;
        {ok, {Type, Value, Octets}} ->
            Encoded = guarded(fun() -> encode(Codec, Type, Value) end),
            Again = guarded(fun() -> again(Codec, Type, Octets) end),
            ok = file:write(To, [Encoded, $\t, Again, $\n]),
            each(Codec, From, To)
    end.

again(Codec, Type, Octets) ->
    {ok, Value, Rest} = Codec:decode(Type, Octets),
    true = bit_size(Rest) < 8,
    encode(Codec, Type, Value).

encode(Codec, Type, Value) ->
    {ok, Octets} = Codec:encode(Type, Value),
    binary:encode_hex(Octets).

guarded(Work) ->
    try
        Work()
    catch
        Class:Reason ->
            Text = lists:flatten(io_lib:format("error ~0P ~0P", [Class, 5, Reason, 30])),
            [if C < 32; C > 126 -> 32; true -> C end || C <- Text]
    end.
