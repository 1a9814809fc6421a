"""Requests for help that come as files: letters and answers of forms → drafts of appeals, or one Russian sentence.

Pure Python reads them, bounded in size; nothing here knows the workbook. An import asks `telling` of every file: what
reads letters is loaded only where one comes.
"""
