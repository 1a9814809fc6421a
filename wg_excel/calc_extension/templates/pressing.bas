Const NO_WORKBOOK = "Откройте книгу рабочей группы: в этом документе нет её листов."
Const NOT_SAVED = "Сначала сохраните книгу на диск, затем повторите."
Const ODD_NAME = "В названии книги или её папки есть кавычка: переименуйте и откройте книгу снова."
Const READ_ONLY = "Книга открыта только для чтения: закройте её у других и откройте снова."
Const NOTHING_CHOSEN = "Файл не выбран: ничего не изменено."
Const NOTHING_CHANGED = "Ничего не изменено."
Const NOT_STARTED = "Не удалось запустить Python. Установите программу заново командой wg-excel install и добавьте это расширение ещё раз."
Const COPY_OFFER = "LibreOffice при сохранении теряет кнопки Excel в книгах .xlsm. Создать рядом копию .xlsx и дальше работать в ней? Книга .xlsm останется как есть."
Const COPY_EXISTS = "Рядом уже есть копия .xlsx этой книги: откройте её и работайте в ней."
Const COPY_MADE = "Открыта копия .xlsx. Нажмите кнопку меню ещё раз."
Const XLSX_FILTER = "Calc MS Excel 2007 XML"

' Presses a button on the open workbook and shows what came of it.
Sub PressAndTell(button As String, chooses As String)
    Dim document As Object, files As String, told As String
    document = ThisComponent
    told = Unfit(document)
    If told <> "" Then
        MsgBox told, 48, TITLE
        Exit Sub
    End If
    If LCase(Right(document.URL, 5)) = ".xlsm" Then
        If MsgBox(COPY_OFFER, 36, TITLE) = 6 Then MsgBox MoveToCopy(document), 64, TITLE
        Exit Sub
    End If
    If chooses <> "" Then
        files = ChosenFiles(document.URL, chooses = "files")
        If files = "" Then
            MsgBox NOTHING_CHOSEN, 64, TITLE
            Exit Sub
        End If
    End If
    told = Press(document, button, files, "")
    MsgBox Mid(told, InStr(told, ":") + 1), IIf(Left(told, 5) = "done:", 64, 48), TITLE
End Sub

' Says why a document's buttons cannot be pressed; empty when they can.
Function Unfit(document As Object) As String
    Dim sheet As Variant
    Unfit = NO_WORKBOOK
    If IsNull(document) Then Exit Function
    If Not document.supportsService("com.sun.star.sheet.SpreadsheetDocument") Then Exit Function
    For Each sheet In Split(WORKBOOK_SHEETS, ";")
        If Not document.Sheets.hasByName(sheet) Then Exit Function
    Next
    Unfit = ""
    If Not document.hasLocation() Then
        Unfit = NOT_SAVED
    ElseIf document.isReadonly() Then
        Unfit = READ_ONLY
    ElseIf InStr(ConvertFromURL(document.URL), Chr(34)) > 0 Then
        Unfit = ODD_NAME
    End If
End Function

' Saves a copy without macros beside the workbook and opens it instead; the workbook on the disk stays as it is.
Function MoveToCopy(document As Object) As String
    Dim target As String
    target = Left(document.URL, Len(document.URL) - 5) & ".xlsx"
    If FileExists(target) Then
        MoveToCopy = COPY_EXISTS
        Exit Function
    End If
    document.storeAsURL(target, Array(Named("FilterName", XLSX_FILTER)))
    MoveToCopy = COPY_MADE
End Function

' Saves and closes the workbook, lets Python press the button on the file, and opens it again.
' Returns "done:", "fail:" or, when `answer` is "ask" or "no", the question, each with its text.
Function Press(document As Object, button As String, files As String, answer As String) As String
    Dim url As String, keeper As Object, told As String
    url = document.URL
    document.store() ' even unmodified: where the cursor stands tells the button which row is meant
    ' A hidden document keeps LibreOffice running while the workbook, perhaps its only one, is closed.
    keeper = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, Array(Named("Hidden", True)))
    document.close(True)
    told = Run(url, button, files, answer = "yes")
    If Left(told, 4) = "ask:" And answer = "" Then
        If MsgBox(Mid(told, 5), 36, TITLE) = 6 Then
            told = Run(url, button, files, True)
        Else
            told = "done:" & NOTHING_CHANGED
        End If
    End If
    StarDesktop.loadComponentFromURL(url, "_default", 0, Array(Named("MacroExecutionMode", 0)))
    keeper.close(True)
    Press = told
End Function

' Runs the button in Python and returns the answer that it leaves in a file.
Function Run(url As String, button As String, files As String, agreed As Boolean) As String
    Dim answer As String, arguments As String, file As Variant
    answer = TemporaryUrl() & "/wg-excel-" & Format(Now, "yyyymmddhhmmss") & Int(Rnd() * 1000000) & ".txt"
    arguments = "-E -m wg_excel press " & Quoted(ConvertFromURL(url)) & " " & button & " --answer " & Quoted(ConvertFromURL(answer))
    If agreed Then arguments = arguments & " --yes"
    If files <> "" Then
        For Each file In Split(files, Chr(10))
            arguments = arguments & " --file " & Quoted(ConvertFromURL(file))
        Next
    End If
    Run = "fail:" & NOT_STARTED
    On Error GoTo Ended
    Shell(Quoted(INTERPRETER), 0, arguments, True)
    If FileExists(answer) Then
        Run = TextOf(answer)
        Kill answer
    End If
    Ended:
End Function

Function TextOf(url As String) As String
    Dim disk As Object, stream As Object
    disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    stream = createUnoService("com.sun.star.io.TextInputStream")
    stream.setInputStream(disk.openFileRead(url))
    stream.setEncoding("UTF-8")
    TextOf = stream.readString(Array(), False)
    stream.closeInput()
End Function

Function ChosenFiles(url As String, several As Boolean) As String
    Dim picker As Object
    picker = createUnoService("com.sun.star.ui.dialogs.FilePicker")
    picker.setTitle(TITLE)
    picker.setMultiSelectionMode(several)
    picker.setDisplayDirectory(FolderOf(url))
    If picker.execute() = 1 Then ChosenFiles = Join(picker.getSelectedFiles(), Chr(10))
End Function

Function FolderOf(url As String) As String
    Dim parts As Variant
    parts = Split(url, "/")
    ReDim Preserve parts(UBound(parts) - 1)
    FolderOf = Join(parts, "/")
End Function

Function TemporaryUrl() As String
    TemporaryUrl = createUnoService("com.sun.star.util.PathSettings").Temp
End Function

Function Quoted(text As String) As String
    Quoted = Chr(34) & text & Chr(34)
End Function

Function Named(key As String, value As Variant) As Object
    Dim pair As New com.sun.star.beans.PropertyValue
    pair.Name = key
    pair.Value = value
    Named = pair
End Function
