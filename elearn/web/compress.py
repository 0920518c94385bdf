"""Pages that are made for one person are compressed as they leave; what is ready comes packed."""

import gzip

from flask import Flask, Response, request

LEAST = 500  # bytes: below, the headers weigh more than what is won
LEVEL = 6


def install(app: Flask) -> None:
    """Compress HTML that is not compressed yet, where the browser says that it can."""

    @app.after_request
    def pack(response: Response) -> Response:
        packed = response.headers.get("Content-Encoding")
        if response.mimetype != "text/html" or packed or response.direct_passthrough:
            return response
        response.vary.add("Accept-Encoding")
        body = response.get_data()
        if len(body) >= LEAST and request.accept_encodings["gzip"] > 0:
            response.set_data(gzip.compress(body, LEVEL, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        return response
