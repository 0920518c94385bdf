"""Pages that are made for one person are compressed as they leave; what is ready comes packed."""

from flask import Flask, Response, request

from elearn.web import packing

LEAST = 500  # bytes: below, the headers weigh more than what is won


def install(app: Flask) -> None:
    """Compress HTML that is not compressed yet, where the browser says that it can."""

    @app.after_request
    def pack(response: Response) -> Response:
        packed = response.headers.get("Content-Encoding")
        if response.mimetype != "text/html" or packed or response.direct_passthrough:
            return response
        response.vary.add("Accept-Encoding")
        body = response.get_data()
        encoding = packing.wanted(request)
        if encoding and len(body) >= LEAST:
            response.set_data(packing.quickly(body, encoding))
            response.headers["Content-Encoding"] = encoding
        return response
